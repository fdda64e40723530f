package hilft.web.security;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ClientAuthConfig;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import org.jspecify.annotations.Nullable;

/**
 * Lets through, without asking the login mechanism, whoever brings nothing it could judge and wants nothing it guards, and
 * asks it nothing about answers, to which it adds nothing. The server looks the mechanism up for each question, which costs
 * more than a page that is kept.
 */
final class StrangersPass implements AuthConfigProvider {
    private static final String LAYER = "HttpServlet";
    private static final String MANDATORY = "jakarta.security.auth.message.MessagePolicy.isMandatory";

    private final AuthConfigProvider guarded;

    StrangersPass(AuthConfigProvider guarded) {
        this.guarded = guarded;
    }

    /** Stands before the mechanism that the container has registered for this application. */
    static void open(ServletContext context) {
        String application = context.getVirtualServerName() + " " + context.getContextPath();
        AuthConfigFactory factory = AuthConfigFactory.getFactory();
        AuthConfigProvider guarded = factory.getConfigProvider(LAYER, application, null);
        if (guarded != null && !(guarded instanceof StrangersPass)) {
            // under the same name, so that the container removes it with the application
            factory.registerConfigProvider(new StrangersPass(guarded), LAYER, application, "strangers pass");
        }
    }

    static boolean isStranger(HttpServletRequest request) {
        return request.getRequestedSessionId() == null
                && request.getHeader("Authorization") == null
                && !LoginPaths.of(request).equals(LoginPaths.CALLBACK);
    }

    @Override
    public @Nullable ClientAuthConfig getClientAuthConfig(
            String layer, String application, @Nullable CallbackHandler handler) throws AuthException {
        return guarded.getClientAuthConfig(layer, application, handler);
    }

    @Override
    public ServerAuthConfig getServerAuthConfig(String layer, String application, @Nullable CallbackHandler handler)
            throws AuthException {
        return new Config(guarded.getServerAuthConfig(layer, application, handler));
    }

    @Override
    public void refresh() {
        guarded.refresh();
    }

    private record Config(ServerAuthConfig guarded) implements ServerAuthConfig {
        @Override
        public ServerAuthContext getAuthContext(
                String id, @Nullable Subject service, @Nullable Map<String, Object> properties) throws AuthException {
            return new Context(guarded.getAuthContext(id, service, properties));
        }

        @Override
        public String getMessageLayer() {
            return guarded.getMessageLayer();
        }

        @Override
        public String getAppContext() {
            return guarded.getAppContext();
        }

        @Override
        public String getAuthContextID(MessageInfo message) {
            return guarded.getAuthContextID(message);
        }

        @Override
        public void refresh() {
            guarded.refresh();
        }

        @Override
        public boolean isProtected() {
            return guarded.isProtected();
        }
    }

    private record Context(ServerAuthContext guarded) implements ServerAuthContext {
        @Override
        public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service)
                throws AuthException {
            return message.getMap().get(MANDATORY) == null
                            && message.getRequestMessage() instanceof HttpServletRequest request
                            && isStranger(request)
                    ? AuthStatus.SUCCESS
                    : guarded.validateRequest(message, client, service);
        }

        @Override
        public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service) {
            return AuthStatus.SEND_SUCCESS;
        }

        @Override
        public void cleanSubject(MessageInfo message, @Nullable Subject subject) throws AuthException {
            guarded.cleanSubject(message, subject);
        }
    }
}
