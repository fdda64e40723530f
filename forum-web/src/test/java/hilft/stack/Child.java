package hilft.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A server of the stack as a process in a session of its own, so that Ctrl-C reaches only the launcher, which then stops
 * it in order.
 */
final class Child {
    private static final int TAIL = 12;
    private static final Duration STILL = Duration.ofSeconds(5);

    private final String name;
    private final Process process;
    private final Path log;
    private final Path pidFile;
    private volatile boolean expectedToEnd;

    private Child(String name, Process process, Path log, Path pidFile) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
    }

    static Child start(String name, Folder folder, List<String> command, Map<String, String> environment) {
        folder.requireOpen();
        try {
            var log = folder.log(name);
            if (Files.exists(log)) {
                Files.move(log, folder.log(name + ".previous"), StandardCopyOption.REPLACE_EXISTING);
            }
            var detached = new ArrayList<>(List.of("setsid"));
            detached.addAll(command);
            var builder = new ProcessBuilder(detached)
                    .directory(folder.path().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            var pidFile = folder.pidFile(name);
            Files.writeString(pidFile, Long.toString(process.pid()));
            return new Child(name, process, log, pidFile);
        } catch (IOException e) {
            throw new StackProblem(
                    name + " cannot be started: " + e.getMessage(),
                    "install util-linux (setsid) and check the folder",
                    e);
        }
    }

    /** Stops what a killed launcher left behind in this folder. */
    static void stopOrphan(String name, Folder folder, Progress progress) {
        var pidFile = folder.pidFile(name);
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            var pid = Files.readString(pidFile).strip();
            if (!pid.isEmpty() && belongs(pid, folder)) {
                ProcessHandle.of(Long.parseLong(pid)).ifPresent(orphan -> {
                    progress.step(name + " of a killed run stopped", () -> end(orphan, Duration.ofSeconds(20)));
                });
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean belongs(String pid, Folder folder) throws IOException {
        var commandLine = Path.of("/proc", pid, "cmdline");
        try {
            return Files.readString(commandLine, StandardCharsets.ISO_8859_1)
                    .contains(folder.path().toString());
        } catch (IOException gone) {
            return false;
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Runs the action if the process ends without having been asked to. */
    void onUnexpectedEnd(Runnable action) {
        var unused = process.onExit().thenRun(() -> {
            if (!expectedToEnd) {
                action.run();
            }
        });
    }

    void requireRunning() {
        if (!process.isAlive()) {
            throw failure("ended with exit code " + process.exitValue() + " while starting");
        }
    }

    StackProblem failure(String what) {
        return new StackProblem(
                name + " " + what, "the last lines of " + log + " say why:\n    " + String.join("\n    ", tail()));
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private List<String> tail() {
        var lines = output().lines().filter(line -> !line.isBlank()).toList();
        return lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
    }

    void stop(Duration patience) {
        expectedToEnd = true;
        end(process.toHandle(), patience);
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process as a power cut would. */
    void kill() {
        expectedToEnd = true;
        end(process.toHandle(), Duration.ZERO);
    }

    /** Leaves the process where it is: its connections stay open, and nobody answers on them. */
    void freeze() {
        signal("STOP");
        var end = System.nanoTime() + STILL.toNanos();
        while (!isStill()) {
            if (System.nanoTime() > end) {
                throw failure("goes on although it was stopped");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** On a busy machine a thread may still answer after the signal was sent. */
    private boolean isStill() {
        try (var threads = Files.list(Path.of("/proc", Long.toString(pid()), "task"))) {
            return threads.allMatch(thread -> {
                try {
                    var stat = Files.readString(thread.resolve("stat"));
                    return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
                } catch (IOException gone) {
                    return true;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            var exit = new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw failure("could not be sent " + signal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean end(ProcessHandle handle, Duration patience) {
        if (!patience.isZero()) {
            handle.destroy();
        }
        if (!endsWithin(handle, patience)) {
            handle.destroyForcibly();
            return endsWithin(handle, Duration.ofSeconds(5));
        }
        return true;
    }

    private static boolean endsWithin(ProcessHandle handle, Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException e) {
            return !handle.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
