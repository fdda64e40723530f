package hilft.shared;

import hilft.forum.delivery.Delivery;
import hilft.forum.notification.NotificationQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Keeps what the outbox delivers, after a look into the database as real deliveries take it. */
@ApplicationScoped
public class CaughtDelivery implements Delivery {
    static final String KIND = "caught-by-test";

    private final BlockingQueue<Long> caught = new LinkedBlockingQueue<>();
    private final AtomicBoolean fails = new AtomicBoolean();

    @Inject
    NotificationQueries notifications;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void deliver(long id) {
        notifications.find(id);
        if (fails.getAndSet(false)) {
            throw new IllegalStateException("not now");
        }
        caught.add(id);
    }

    void failOnce() {
        fails.set(true);
    }

    @Nullable
    Long next() throws InterruptedException {
        return caught.poll(60, TimeUnit.SECONDS);
    }
}
