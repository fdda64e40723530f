package hilft.web.health;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * From SIGTERM on the forum says that it is not ready, while it still answers for as long as {@code --shutdowngrace}
 * says: the proxy sees that and sends everything new to another node.
 */
@Readiness
@ApplicationScoped
public class DrainReadiness implements HealthCheck {

    private final Thread atShutdown = new Thread(this::drain, "drain");
    private volatile boolean draining;

    @PostConstruct
    void listen() {
        Runtime.getRuntime().addShutdownHook(atShutdown);
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
        // being told makes the bean, so that it listens before anybody asks
    }

    void drain() {
        draining = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("drain").status(!draining).build();
    }

    /** Undeployed without a shutdown, the server would else keep the application for this thread. */
    @PreDestroy
    void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException alreadyStopping) {
            draining = true;
        }
    }
}
