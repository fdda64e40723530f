package hilft.web.job;

import hilft.forum.delivery.Outbox;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Lets the outbox deliver once the schema fits, and stops it before the connections go. */
@Singleton
@Startup
@DependsOn("ForumDatabase")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class OutboxStart {

    @Inject
    Outbox outbox;

    @Resource(lookup = "java:app/jdbc/hilft")
    DataSource dataSource;

    @Resource
    SessionContext context;

    @PostConstruct
    void start() {
        OutboxStart inApplication = context.getBusinessObject(OutboxStart.class);
        outbox.start(dataSource, inApplication::execute);
    }

    /** Runs the work with what the container sets up around a call of an enterprise bean. */
    public void execute(Runnable work) {
        work.run();
    }

    @PreDestroy
    void stop() {
        outbox.stop();
    }
}
