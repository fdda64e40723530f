package hilft.forum.search.index;

import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.search.engine.reporting.EntityIndexingFailureContext;
import org.hibernate.search.engine.reporting.FailureContext;
import org.hibernate.search.engine.reporting.FailureHandler;
import org.jspecify.annotations.Nullable;

/** Remembers what failed in the background, where nobody waits for an answer. */
final class Failures implements FailureHandler {
    private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();

    @Override
    public void handle(FailureContext context) {
        first.compareAndSet(null, context.throwable());
    }

    @Override
    public void handle(EntityIndexingFailureContext context) {
        first.compareAndSet(null, context.throwable());
    }

    /** The first failure since the last time. */
    @Nullable
    Throwable take() {
        return first.getAndSet(null);
    }
}
