package hilft.web.security;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Form;
import org.jspecify.annotations.Nullable;

/**
 * Completes the token requests of the login mechanism, which knows neither PKCE nor timeouts and takes any answer of a
 * struggling Keycloak for a refusal. Found through {@code META-INF/services}, because the mechanism builds its own client.
 */
public final class TokenRequestFeature implements Feature {

    private static final ThreadLocal<@Nullable TokenRequest> CURRENT = new ThreadLocal<>();
    private static final String CONNECT_TIMEOUT = "jersey.config.client.connectTimeout";
    private static final String READ_TIMEOUT = "jersey.config.client.readTimeout";

    interface Step<T, E extends Exception> {
        T run() throws E;
    }

    /** What the requests of this thread need while a login is being completed or refreshed. */
    private record TokenRequest(@Nullable String verifier) {}

    /** Runs the step with every token request it makes completed; the verifier is absent when tokens are refreshed. */
    static <T, E extends Exception> T during(@Nullable String verifier, Step<T, E> step) throws E {
        CURRENT.set(new TokenRequest(verifier));
        try {
            return step.run();
        } finally {
            CURRENT.remove();
        }
    }

    @Override
    public boolean configure(FeatureContext context) {
        if (context.getConfiguration().getRuntimeType() != RuntimeType.CLIENT || CURRENT.get() == null) {
            return false;
        }
        context.property(CONNECT_TIMEOUT, 2_000);
        context.property(READ_TIMEOUT, 10_000);
        context.register(new Completion());
        return true;
    }

    private static final class Completion implements ClientRequestFilter, ClientResponseFilter {
        @Override
        public void filter(ClientRequestContext request) {
            TokenRequest current = CURRENT.get();
            if (current != null && current.verifier() != null && request.getEntity() instanceof Form form) {
                form.param("code_verifier", current.verifier());
            }
        }

        @Override
        public void filter(ClientRequestContext request, ClientResponseContext response) {
            if (response.getStatus() >= 500) {
                throw new ProcessingException("Keycloak answers " + response.getStatus());
            }
        }
    }
}
