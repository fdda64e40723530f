package hilft.forum.deadlock;

import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RepeatingAfterADeadlockTest {

    private final RuntimeException deadlock = failure(1213);
    private final RuntimeException duplicate = failure(1062);

    private final DeadlockInterceptor interceptor = new DeadlockInterceptor();

    @Test
    void whatADeadlockUndidIsDoneOnceMore() throws Exception {
        Queue<Object> outcomes = outcomes(deadlock, "done", "done twice");
        assertThat(proceed(outcomes, Status.STATUS_NO_TRANSACTION)).isEqualTo("done");
        assertThat(outcomes).containsExactly("done twice");
    }

    @Test
    void aSecondDeadlockIsTold() {
        Queue<Object> outcomes = outcomes(deadlock, deadlock, "done");
        assertThatThrownBy(() -> proceed(outcomes, Status.STATUS_NO_TRANSACTION))
                .isSameAs(deadlock);
        assertThat(outcomes).containsExactly("done");
    }

    @Test
    void otherFailuresAreToldAtOnce() {
        Queue<Object> outcomes = outcomes(duplicate, "done");
        assertThatThrownBy(() -> proceed(outcomes, Status.STATUS_NO_TRANSACTION))
                .isSameAs(duplicate);
        assertThat(outcomes).containsExactly("done");
    }

    @Test
    void aPartOfATransactionIsNotRepeatedByItself() {
        Queue<Object> outcomes = outcomes(deadlock, "done");
        assertThatThrownBy(() -> proceed(outcomes, Status.STATUS_ACTIVE)).isSameAs(deadlock);
        assertThat(outcomes).containsExactly("done");
    }

    private @Nullable Object proceed(Queue<Object> outcomes, int status) throws Exception {
        interceptor.transactions = answering(TransactionSynchronizationRegistry.class, method -> status);
        return interceptor.proceed(answering(InvocationContext.class, method -> {
            if (!method.equals("proceed")) {
                return null;
            }
            Object outcome = outcomes.remove();
            if (outcome instanceof RuntimeException failed) {
                throw failed;
            }
            return outcome;
        }));
    }

    private static Queue<Object> outcomes(Object... outcomes) {
        return new ArrayDeque<>(List.of(outcomes));
    }

    private static RuntimeException failure(int number) {
        return new IllegalStateException(
                new IllegalStateException(new SQLException("as the driver says", "40001", number)));
    }

    private interface Answers {
        @Nullable
        Object to(String method);
    }

    private static <T> T answering(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName())));
    }
}
