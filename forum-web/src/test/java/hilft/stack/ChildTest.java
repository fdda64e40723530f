package hilft.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChildTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path place;

    Folder folder;

    @BeforeEach
    void open() {
        folder = Folder.open(place);
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void aServerThatEndsWhileStartingSaysWhyByItsLastLines() {
        var server = start("echo 'no space left on the moon' >&2; exit 3");
        assertThatThrownBy(() -> Probe.await(server, LONG, () -> false))
                .isInstanceOf(StackProblem.class)
                .hasMessageContaining("server ended with exit code 3 while starting")
                .hasMessageContaining("no space left on the moon");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() {
        var server = start("sleep 60");
        assertThatThrownBy(() -> Probe.await(server, Duration.ofMillis(300), () -> false))
                .isInstanceOf(StackProblem.class)
                .hasMessageContaining("did not answer");
        server.kill();
    }

    @Test
    void anOrphanOfAKilledRunIsStopped() {
        var orphan = start("exec tail -f /dev/null " + folder.path().resolve("lock"));
        assertThat(orphan.isRunning()).isTrue();
        Child.stopOrphan("server", folder, Progress.quiet());
        assertThat(orphan.isRunning()).isFalse();
        assertThat(folder.pidFile("server")).doesNotExist();
    }

    @Test
    void aForeignProcessThatGotTheOldNumberIsLeftAlone() throws IOException {
        var foreign = new ProcessBuilder("sleep", "60").start();
        Files.writeString(folder.pidFile("server"), Long.toString(foreign.pid()));
        Child.stopOrphan("server", folder, Progress.quiet());
        assertThat(foreign.isAlive()).isTrue();
        foreign.destroyForcibly();
    }

    @Test
    void aServerThatIgnoresTheStopIsKilled() {
        var stubborn = start("trap '' TERM; while true; do sleep 1; done");
        stubborn.stop(Duration.ofMillis(300));
        assertThat(stubborn.isRunning()).isFalse();
    }

    @Test
    void anUnexpectedEndIsReportedAndAnOrderlyStopIsNot() throws InterruptedException {
        var reported = new CountDownLatch(1);
        var lost = start("sleep 60");
        lost.onUnexpectedEnd(reported::countDown);
        ProcessHandle.of(lost.pid()).orElseThrow().destroyForcibly();
        assertThat(reported.await(20, TimeUnit.SECONDS)).isTrue();

        var silent = new CountDownLatch(1);
        var stopped = start("sleep 60");
        stopped.onUnexpectedEnd(silent::countDown);
        stopped.stop(LONG);
        assertThat(silent.getCount()).isOne();
    }

    private Child start(String script) {
        return Child.start("server", folder, List.of("sh", "-c", script), Map.of());
    }
}
