package hilft.web.channel.x;

import hilft.web.job.Secrets;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where X is, who we are there, and what it costs. */
@ApplicationScoped
class XSettings {

    private static final Logger LOG = Logger.getLogger(XSettings.class.getName());
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    @Inject
    @ConfigProperty(name = "hilft.x.api-url", defaultValue = "https://api.x.com")
    String apiUrl;

    @Inject
    @ConfigProperty(name = "hilft.x.web-url", defaultValue = "https://x.com")
    String webUrl;

    @Inject
    @ConfigProperty(name = "hilft.x.authorize-url", defaultValue = "https://x.com/i/oauth2/authorize")
    String authorizeUrl;

    @Inject
    @ConfigProperty(name = "hilft.x.client-id")
    Optional<String> clientId;

    @Inject
    @ConfigProperty(name = "hilft.x.price.link", defaultValue = "0.200")
    BigDecimal priceLink;

    @Inject
    @ConfigProperty(name = "hilft.x.price.plain", defaultValue = "0.015")
    BigDecimal pricePlain;

    @Inject
    @ConfigProperty(name = "hilft.x.price.summoned", defaultValue = "0.010")
    BigDecimal priceSummoned;

    @Inject
    @ConfigProperty(name = "hilft.x.budget", defaultValue = "100.00")
    BigDecimal budget;

    private Optional<String> clientSecret = Optional.empty();
    private boolean safe;

    @PostConstruct
    void check() {
        clientSecret = Secrets.find("hilft.x.client-secret").filter(secret -> !secret.isBlank());
        safe = isSafe(apiUrl) && isSafe(authorizeUrl);
        if (!safe) {
            LOG.severe("X is switched off: hilft.x.api-url and hilft.x.authorize-url must begin with https");
        }
    }

    /** Tokens travel to these addresses: encrypted, or not at all beyond this machine. */
    static boolean isSafe(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost())));
        } catch (IllegalArgumentException noUrl) {
            return false;
        }
    }

    boolean isOn() {
        return safe && clientId.filter(id -> !id.isBlank()).isPresent();
    }

    String clientId() {
        return clientId.orElseThrow();
    }

    Optional<String> clientSecret() {
        return clientSecret;
    }

    URI api(String pathAndQuery) {
        return URI.create(withoutSlash(apiUrl) + pathAndQuery);
    }

    String authorizeUrl() {
        return authorizeUrl;
    }

    String webUrl() {
        return withoutSlash(webUrl);
    }

    BigDecimal priceLink() {
        return priceLink;
    }

    BigDecimal pricePlain() {
        return pricePlain;
    }

    BigDecimal priceSummoned() {
        return priceSummoned;
    }

    BigDecimal budget() {
        return budget;
    }

    /** Where X sends an administrator back to. */
    String callbackUrl() {
        return withoutSlash(baseUrl) + "/admin/channels/x/callback";
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
