package hilft.web.health;

import hilft.forum.delivery.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A forum that answers but no longer delivers is to be started anew; a database that is away is no reason for that. */
@Liveness
@ApplicationScoped
public class OutboxLiveness implements HealthCheck {

    @Inject
    Outbox outbox;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox").status(outbox.isRunning()).build();
    }
}
