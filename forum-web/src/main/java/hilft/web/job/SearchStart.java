package hilft.web.job;

import hilft.forum.search.upkeep.Upkeep;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

/** Lets the search index be kept once the schema fits, asks every second what other nodes have changed, and closes it. */
@Singleton
@Startup
@DependsOn("ForumDatabase")
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class SearchStart {

    @Inject
    Upkeep upkeep;

    @Resource
    ManagedExecutorService executor;

    @Resource
    SessionContext context;

    @PostConstruct
    public void start() {
        SearchStart inApplication = context.getBusinessObject(SearchStart.class);
        upkeep.start(step -> executor.execute(() -> inApplication.execute(step)));
    }

    /** Runs the step with what the container sets up around a call of an enterprise bean, whoever asked for it. */
    public void execute(Runnable step) {
        step.run();
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void everySecond() {
        upkeep.wake();
    }

    @PreDestroy
    void stop() {
        upkeep.stop();
    }
}
