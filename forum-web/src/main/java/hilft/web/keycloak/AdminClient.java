package hilft.web.keycloak;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.ext.ContextResolver;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.glassfish.jersey.client.proxy.WebResourceFactory;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.spi.ResteasyClientProvider;

/** Lets Keycloak's admin client work on the container's Jersey: with the stack it brings the application does not deploy. */
final class AdminClient implements ResteasyClientProvider {

    @Override
    public Client newRestEasyClient(
            @Nullable Object customJacksonProvider, @Nullable SSLContext sslContext, boolean disableTrustManager) {
        return ClientBuilder.newBuilder()
                .connectTimeout(2, TimeUnit.SECONDS)
                .readTimeout(10, TimeUnit.SECONDS)
                .property("jersey.config.jsonFeature", "JacksonFeature")
                .register(JacksonFeature.withoutExceptionMappers())
                .register(new Tolerance())
                .build();
    }

    @Override
    public <R> R targetProxy(WebTarget client, Class<R> type) {
        return WebResourceFactory.newResource(type, client);
    }

    /** A newer Keycloak tells more than this client knows. */
    private static final class Tolerance implements ContextResolver<ObjectMapper> {
        private final ObjectMapper mapper =
                new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

        @Override
        public ObjectMapper getContext(Class<?> type) {
            return mapper;
        }
    }
}
