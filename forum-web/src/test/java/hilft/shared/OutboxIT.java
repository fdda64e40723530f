package hilft.shared;

import hilft.forum.delivery.Outbox;
import hilft.web.job.ForumDatabase;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Jobs share the fate of the transaction that wrote them, and are delivered in the application's context. */
@ArquillianTest
class OutboxIT {
    @Inject
    Outbox outbox;

    @Inject
    CaughtDelivery delivery;

    @Inject
    ForumDatabase database;

    @Resource
    UserTransaction transaction;

    @Deployment
    static WebArchive deployment() {
        return Deployments.shared();
    }

    @Test
    void whatIsCommittedIsDeliveredAndWhatIsRolledBackIsNot() throws Exception {
        transaction.begin();
        outbox.add(CaughtDelivery.KIND, 1);
        transaction.rollback();
        transaction.begin();
        outbox.add(CaughtDelivery.KIND, 2);
        transaction.commit();

        assertThat(delivery.next()).isEqualTo(2);
        assertThat(outbox.isRunning()).isTrue();
    }

    @Test
    void aFailedDeliveryIsTriedAgain() throws Exception {
        delivery.failOnce();
        transaction.begin();
        outbox.add(CaughtDelivery.KIND, 3);
        transaction.commit();

        assertThat(delivery.next()).isEqualTo(3);
    }

    @Test
    void aJobMayWaitAndIsNotDueBefore() throws Exception {
        transaction.begin();
        outbox.add(CaughtDelivery.KIND, 4, Duration.ofDays(1));
        transaction.commit();
        transaction.begin();
        outbox.add(CaughtDelivery.KIND, 5);
        transaction.commit();

        assertThat(delivery.next()).isEqualTo(5);
        assertThat(outbox.figures().dead()).isZero();
    }

    @Test
    void theDatabaseIsAskedForItsSchema() throws Exception {
        assertThat(database.hasSchema()).isTrue();
        assertThat(database.connections()).isPositive();
    }
}
