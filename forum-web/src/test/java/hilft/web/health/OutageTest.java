package hilft.web.health;

import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutageTest {

    @Test
    void aPoolThatStumblesOverItsTimerIsAnOutage() {
        assertThat(Outage.isIn(new RuntimeException(thrownIn("com.sun.enterprise.resource.pool.ConnectionPool"))))
                .isTrue();
        assertThat(Outage.isIn(thrownIn("hilft.web.page.Shell"))).isFalse();
    }

    @Test
    void aLostConnectionIsAnOutageAndAWrongStatementIsNot() {
        assertThat(Outage.isIn(new IllegalStateException(new SQLException("gone", "08003"))))
                .isTrue();
        assertThat(Outage.isIn(new SQLSyntaxErrorException("no such table", "42S02")))
                .isFalse();
    }

    private static IllegalStateException thrownIn(String className) {
        var thrown = new IllegalStateException("Task already scheduled or cancelled");
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.util.Timer", "sched", "Timer.java", 413),
            new StackTraceElement(className, "scheduleResizerTask", null, 271)
        });
        return thrown;
    }
}
