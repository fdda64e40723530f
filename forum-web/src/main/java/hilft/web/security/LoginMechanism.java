package hilft.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.ClaimsDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.LogoutDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.OpenIdProviderMetadata;

/**
 * Log in through Keycloak by the authorization code flow. The endpoints are named here and not discovered, so that the
 * forum starts and serves its readers while Keycloak is down.
 */
@ApplicationScoped
@OpenIdAuthenticationMechanismDefinition(
        providerMetadata =
                @OpenIdProviderMetadata(
                        authorizationEndpoint = "${loginSettings.authorizationEndpoint}",
                        tokenEndpoint = "${loginSettings.tokenEndpoint}",
                        userinfoEndpoint = "${loginSettings.userinfoEndpoint}",
                        endSessionEndpoint = "${loginSettings.endSessionEndpoint}",
                        jwksURI = "${loginSettings.jwksUri}",
                        issuer = "${loginSettings.issuer}",
                        subjectTypeSupported = "public",
                        idTokenSigningAlgorithmsSupported = "RS256",
                        responseTypeSupported = "code"),
        clientId = "${loginSettings.clientId}",
        clientSecret = "${loginSettings.clientSecret}",
        redirectURI = "${loginSettings.callbackUrl}",
        claimsDefinition = @ClaimsDefinition(callerNameClaim = "sub", callerGroupsClaim = "groups"),
        scope = {"openid", "profile", "email"},
        logout = @LogoutDefinition(redirectURI = "${loginSettings.baseUrl}"),
        redirectToOriginalResource = false,
        tokenAutoRefresh = true)
class LoginMechanism {}
