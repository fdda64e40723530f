package hilft.web.health;

import hilft.forum.delivery.Outbox;
import hilft.forum.delivery.OutboxFigures;
import hilft.forum.search.upkeep.Upkeep;
import hilft.forum.search.upkeep.UpkeepState;
import hilft.web.job.ForumDatabase;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Puts the state of outbox, connections and search among the metrics; minus one says that it could not be read. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Figures {

    @Inject
    MetricRegistry metrics;

    @Inject
    Outbox outbox;

    @Inject
    ForumDatabase database;

    @Inject
    Upkeep upkeep;

    @PostConstruct
    void register() {
        outbox("hilft_outbox_due", "jobs that could be delivered now", OutboxFigures::due);
        outbox("hilft_outbox_retrying", "jobs that wait after a failure", OutboxFigures::retrying);
        outbox("hilft_outbox_dead", "jobs given up", OutboxFigures::dead);
        outbox("hilft_outbox_oldest_seconds", "how long the oldest due job has been waiting", figures ->
                (double) figures.oldest().toSeconds());
        gauge("hilft_database_connections", "connections of the pool, busy or not", database::connections);
        gauge("hilft_database_connections_busy", "connections on which a statement runs", database::busyConnections);
        gauge(
                "hilft_database_connections_max",
                "connections that the pool may have",
                () -> ForumDatabase.MAX_CONNECTIONS);
        search("hilft_search_documents", "threads that this node can find", UpkeepState::documents);
        search(
                "hilft_search_behind",
                "changes that this node cannot find yet, counted up to 100,000",
                UpkeepState::behind);
        search("hilft_search_written_seconds", "how long ago the index was written", Figures::quietSeconds);
        search("hilft_search_building_done", "threads in the index that is being built", UpkeepState::done);
        search("hilft_search_building_total", "threads that it will have, 0 when none is", UpkeepState::total);
    }

    private static double quietSeconds(UpkeepState state) {
        Duration quiet = state.quiet();
        return quiet == null ? -1 : quiet.toMillis() / 1000.0;
    }

    private void search(String name, String description, ToDoubleFunction<UpkeepState> figure) {
        gauge(name, description, () -> figure.applyAsDouble(upkeep.state()));
    }

    private void outbox(String name, String description, ToDoubleFunction<OutboxFigures> figure) {
        gauge(name, description, () -> figure.applyAsDouble(outbox.figures()));
    }

    private void gauge(String name, String description, Reading reading) {
        Metadata metadata =
                Metadata.builder().withName(name).withDescription(description).build();
        metrics.gauge(metadata, () -> read(reading));
    }

    private static double read(Reading reading) {
        try {
            return reading.read();
        } catch (Exception unreadable) {
            return -1;
        }
    }

    private interface Reading {
        double read() throws Exception;
    }
}
