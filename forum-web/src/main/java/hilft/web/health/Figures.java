package hilft.web.health;

import hilft.forum.delivery.Outbox;
import hilft.forum.delivery.OutboxFigures;
import hilft.web.job.ForumDatabase;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Puts the state of outbox and connections among the metrics; minus one says that it could not be read. */
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
