package hilft.web.job;

import hilft.forum.search.upkeep.Upkeep;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
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
    SessionContext context;

    @PostConstruct
    public void start() {
        upkeep.start(context.getBusinessObject(SearchStart.class)::execute);
    }

    /**
     * Runs the step elsewhere, with what the container sets up around a call of an enterprise bean, whoever asked for it.
     * A managed executor would not do: Payara lets its tasks share the entity managers of the request that asks, and closes
     * them under it.
     */
    @Asynchronous
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
