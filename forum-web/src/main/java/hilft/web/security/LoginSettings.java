package hilft.web.security;

import hilft.web.job.Secrets;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the forum and its Keycloak are, as the login mechanism's annotation reads it. */
@ApplicationScoped
@Named
public class LoginSettings {

    private static final String PROTOCOL = "/protocol/openid-connect";

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    @Inject
    @ConfigProperty(name = "hilft.keycloak.url", defaultValue = "http://localhost:8180")
    String keycloakUrl;

    /** How the forum itself reaches Keycloak, where that differs from how a browser does. */
    @Inject
    @ConfigProperty(name = "hilft.keycloak.internal-url")
    Optional<String> internalUrl;

    @Inject
    @ConfigProperty(name = "hilft.keycloak.realm", defaultValue = "hilft")
    String realm;

    @Inject
    @ConfigProperty(name = "hilft.keycloak.client-id", defaultValue = "hilft-forum")
    String clientId;

    @Inject
    @ConfigProperty(name = "hilft.x.authorize-url", defaultValue = "https://x.com/i/oauth2/authorize")
    String xAuthorizeUrl;

    private String clientSecret = "";

    @PostConstruct
    void readSecret() {
        clientSecret = Secrets.find("hilft.keycloak.client-secret").orElse("");
    }

    public String getBaseUrl() {
        return withoutSlash(baseUrl);
    }

    public boolean isHttps() {
        return baseUrl.startsWith("https:");
    }

    public String getClientId() {
        return clientId;
    }

    public String getClientSecret() {
        return clientSecret;
    }

    public String getCallbackUrl() {
        return getBaseUrl() + LoginPaths.CALLBACK;
    }

    public String getIssuer() {
        return withoutSlash(keycloakUrl) + "/realms/" + realm;
    }

    public String getAuthorizationEndpoint() {
        return getIssuer() + PROTOCOL + "/auth";
    }

    public String getEndSessionEndpoint() {
        return getIssuer() + PROTOCOL + "/logout";
    }

    public String getTokenEndpoint() {
        return internalIssuer() + PROTOCOL + "/token";
    }

    public String getUserinfoEndpoint() {
        return internalIssuer() + PROTOCOL + "/userinfo";
    }

    public String getJwksUri() {
        return internalIssuer() + PROTOCOL + "/certs";
    }

    /** Scheme, host and port of Keycloak as browsers see it. */
    public String getKeycloakOrigin() {
        return origin(keycloakUrl);
    }

    /** Scheme, host and port of where X asks whoever connects an account; nothing if there is no such address. */
    String getXOrigin() {
        try {
            return origin(xAuthorizeUrl);
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    /** Scheme, host and port of the forum as browsers see it. */
    public String getOrigin() {
        return origin(baseUrl);
    }

    public String getRealm() {
        return realm;
    }

    /** Keycloak as the forum itself reaches it. */
    public String getInternalUrl() {
        return withoutSlash(internalUrl.orElse(keycloakUrl));
    }

    private String internalIssuer() {
        return getInternalUrl() + "/realms/" + realm;
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
