package hilft.web.job;

import hilft.forum.delivery.Outbox;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Lets the outbox deliver once the schema fits, and stops it before the connections go. */
@Singleton
@Startup
@DependsOn("ForumDatabase")
@TransactionManagement(TransactionManagementType.BEAN)
public class OutboxStart {

    @Inject
    Outbox outbox;

    @Resource(lookup = "java:app/jdbc/hilft")
    DataSource dataSource;

    @Resource
    ManagedThreadFactory threads;

    @PostConstruct
    void start() {
        outbox.start(dataSource, threads);
    }

    @PreDestroy
    void stop() {
        outbox.stop();
    }
}
