package hilft.web.health;

import hilft.forum.search.upkeep.Upkeep;
import hilft.forum.search.upkeep.UpkeepState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells how the search is doing; a forum whose search is down is ready nevertheless, for it can be read and written. */
@Readiness
@ApplicationScoped
public class SearchReadiness implements HealthCheck {

    @Inject
    Upkeep upkeep;

    @Override
    public HealthCheckResponse call() {
        UpkeepState state = upkeep.state();
        HealthCheckResponseBuilder health = HealthCheckResponse.named("search")
                .up()
                .withData("state", state.status().name().toLowerCase(Locale.ROOT))
                .withData("place", state.place())
                .withData("documents", state.documents())
                .withData("behind", state.behind())
                .withData("model", state.model().isEmpty() ? "none" : state.model());
        if (state.status() == UpkeepState.Status.BUILDING) {
            health.withData("built", state.percent() + " %");
        }
        String problem = state.problem();
        if (problem != null) {
            health.withData("problem", problem);
        }
        return health.build();
    }
}
