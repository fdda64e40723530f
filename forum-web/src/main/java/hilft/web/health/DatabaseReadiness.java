package hilft.web.health;

import hilft.web.job.ForumDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready is a forum whose database answers and has the schema of this release. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    @Inject
    ForumDatabase database;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health =
                HealthCheckResponse.named("database").withData("schema", database.version());
        try {
            return health.status(database.hasSchema()).build();
        } catch (SQLException unreachable) {
            return health.down().build();
        }
    }
}
