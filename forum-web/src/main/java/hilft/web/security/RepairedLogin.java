package hilft.web.security;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.openid.OpenIdConstant;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.ProcessingException;
import java.security.Principal;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

import static jakarta.security.enterprise.AuthenticationStatus.SUCCESS;

/**
 * The container's OpenID Connect login with what it lacks: PKCE, the groups of refreshed tokens, readable failures, the
 * public address behind a proxy, patience with a Keycloak that is down, and tokens of API clients.
 */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
public class RepairedLogin implements HttpAuthenticationMechanism {

    static final String RETURN_TO = "hilft.login.returnTo";
    private static final String VERIFIER = "hilft.login.verifier";
    private static final String BEARER = "Bearer ";
    private static final Logger LOG = Logger.getLogger(RepairedLogin.class.getName());

    @Inject
    @Delegate
    @Any
    HttpAuthenticationMechanism mechanism;

    @Inject
    OpenIdContext openId;

    @Inject
    LoginSettings settings;

    @Inject
    Tokens tokens;

    @Inject
    KnownSessions knownSessions;

    @Inject
    KeycloakPause pause;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        String authorization = request.getHeader("Authorization");
        if (LoginPaths.isApi(request) && authorization != null) {
            return bearer(authorization, request, context);
        }
        Principal principal = request.getUserPrincipal();
        if (principal != null) {
            return known(principal, request, response, context);
        }
        if (LoginPaths.of(request).equals(LoginPaths.CALLBACK)) {
            return callback(request, response, context);
        }
        return context.isProtected() ? begin(request, response, context) : context.doNothing();
    }

    /** Never a session: what the token says holds for this request alone. */
    private AuthenticationStatus bearer(String authorization, HttpServletRequest request, HttpMessageContext context) {
        try {
            VerifiedToken token = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? tokens.access(authorization.substring(BEARER.length()).strip())
                            .orElse(null)
                    : null;
            if (token != null) {
                request.setAttribute(VerifiedToken.ATTRIBUTE, token);
                return context.notifyContainerAboutLogin(token.subject(), token.groups());
            }
            request.setAttribute(BearerGuard.REFUSED, 401);
        } catch (Tokens.Unavailable e) {
            LOG.log(Level.WARNING, "Keycloak's keys cannot be had: {0}", e.getMessage());
            request.setAttribute(BearerGuard.REFUSED, 503);
        }
        return context.doNothing();
    }

    private AuthenticationStatus begin(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        String verifier = Pkce.verifier();
        String language = PreferredLanguage.of(request).getLanguage();
        request.getSession().setAttribute(VERIFIER, verifier);
        return mechanism.validateRequest(
                new PublicRequest(request, settings.getBaseUrl()),
                new AuthorizationRedirect(request, response, verifier, language),
                context);
    }

    private AuthenticationStatus callback(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(VERIFIER) instanceof String verifier)) {
            return problem(LoginProblem.EXPIRED, request, context);
        }
        if (request.getParameter("error") != null) {
            return problem(LoginProblem.REFUSED, request, context);
        }
        String address = openId.<String>getStoredValue(request, response, OpenIdConstant.ORIGINAL_REQUEST)
                .orElse(null);
        try {
            AuthenticationStatus status = delegate(verifier, request, response, context);
            if (status == SUCCESS) {
                request.setAttribute(RETURN_TO, ReturnTo.fromAddress(address));
                request.setAttribute(VerifiedToken.ATTRIBUTE, sessionToken());
                return status;
            }
            return problem(LoginProblem.EXPIRED, request, context);
        } catch (AuthenticationException | RuntimeException e) {
            LOG.log(Level.WARNING, "A login could not be completed: " + e.getMessage(), e);
            return problem(isOutage(e) ? LoginProblem.UNAVAILABLE : LoginProblem.EXPIRED, request, context);
        }
    }

    private static AuthenticationStatus problem(
            LoginProblem problem, HttpServletRequest request, HttpMessageContext context) {
        request.setAttribute(LoginProblem.ATTRIBUTE, problem);
        return context.doNothing();
    }

    private AuthenticationStatus known(
            Principal principal, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (openId.getAccessToken() == null
                || knownSessions.hasEnded(sessionToken().session())) {
            return leave(request, context);
        }
        if (!isRefreshDue() || pause.isOn()) {
            return stay(principal, request, context);
        }
        // the mechanism answers a refusal on the response of its context
        context.setResponse(new SilentResponse(response));
        try {
            return delegate(null, request, response, context) == SUCCESS
                    ? stay(principal, request, context)
                    : leave(request, context);
        } catch (AuthenticationException | RuntimeException e) {
            pause.begin();
            LOG.log(Level.WARNING, "Tokens cannot be refreshed, the session goes on: {0}", e.getMessage());
            return stay(principal, request, context);
        } finally {
            context.setResponse(response);
        }
    }

    private boolean isRefreshDue() {
        return openId.getAccessToken().isExpired() || openId.getIdentityToken().isExpired();
    }

    /** Names the groups anew each time: the container would go on with those of the login. */
    private AuthenticationStatus stay(Principal principal, HttpServletRequest request, HttpMessageContext context) {
        VerifiedToken token = sessionToken();
        request.setAttribute(VerifiedToken.ATTRIBUTE, token);
        return context.notifyContainerAboutLogin(principal, token.groups());
    }

    private static AuthenticationStatus leave(HttpServletRequest request, HttpMessageContext context) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        context.cleanClientSubject();
        return context.doNothing();
    }

    private VerifiedToken sessionToken() {
        return VerifiedToken.of(openId.getAccessToken().getClaims());
    }

    private AuthenticationStatus delegate(
            @Nullable String verifier,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context)
            throws AuthenticationException {
        HttpServletRequest known = new PublicRequest(request, settings.getBaseUrl());
        return TokenRequestFeature.during(verifier, () -> mechanism.validateRequest(known, response, context));
    }

    private static boolean isOutage(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProcessingException) {
                return true;
            }
        }
        return false;
    }
}
