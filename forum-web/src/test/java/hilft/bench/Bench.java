package hilft.bench;

import hilft.stack.Ports;
import hilft.stack.Stack;
import hilft.stack.StackProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code mvn -Pbench}: loads many questions, measures the forum as it is deployed, prints tables and judges the ratios. */
public final class Bench {
    private static final String DEFAULT_SIZES = "10000,100000";
    private static final long KILOBYTES_A_QUESTION = 20;

    /** With more questions the model's own time to read them all would be measured; then vectors are generated. */
    private static final int MOST_WITH_MODELS = 50_000;

    private Bench() {}

    public static void main(String[] arguments) {
        var broken = 0;
        try {
            Map<Integer, Measured> bySize = new LinkedHashMap<>();
            for (var size : sizes()) {
                bySize.put(size, measure(size));
            }
            broken = judge(bySize);
        } catch (StackProblem problem) {
            say("Nothing was measured: " + problem.getMessage());
            System.exit(2);
        } catch (IOException | SQLException e) {
            say("Nothing was measured: " + e);
            System.exit(2);
        }
        System.exit(broken == 0 ? 0 : 1);
    }

    /** What one size came to. */
    private record Measured(List<Row> rows, long megabytes, long mostMegabytes, FirstVisit visit) {
        int broken() {
            var budgets = rows.stream()
                    .filter(row -> Budget.of(row.name())
                            .filter(budget -> !budget.isKept(row))
                            .isPresent())
                    .count();
            return (int) budgets + (isSmall() ? 0 : 1) + (visit.isKept() ? 0 : 1);
        }

        private boolean isSmall() {
            return megabytes <= mostMegabytes;
        }

        String memory() {
            return "RssAnon: at most %d MB, ≤ %d: %s"
                    .formatted(megabytes, mostMegabytes, isSmall() ? "kept" : "BROKEN");
        }
    }

    private static List<Integer> sizes() {
        var wanted = System.getProperty("hilft.bench.size", System.getProperty("hilft.bench.sizes", DEFAULT_SIZES));
        try {
            return Arrays.stream(wanted.split(","))
                    .map(String::strip)
                    .map(Integer::valueOf)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (NumberFormatException e) {
            throw new StackProblem(
                    wanted + " is no list of sizes", "say for example -Dhilft.bench.sizes=10000,100000", e);
        }
    }

    private static Measured measure(int size) throws IOException, SQLException {
        var folder = Stack.projectFolder().resolve("bench").resolve(Integer.toString(size));
        var loaded = folder.resolve("loaded");
        requireSpace(folder, size);
        var container = Container.read(Stack.projectFolder().resolveSibling("docker"));
        var builder = Stack.in(folder)
                .ports(Ports.free())
                .withDemoRealm()
                .with("HILFT_RATE_LIMIT_FACTOR", "1000")
                .javaOptions(container.javaOptions().toArray(String[]::new))
                .databaseOptions("--innodb-buffer-pool-size=" + poolMegabytes(size) + "M", "--innodb-log-file-size=1G")
                .loudly();
        container.environment().forEach(builder::with);
        if (!Files.exists(loaded)) {
            builder.fresh();
        }
        say("%,d questions in %s".formatted(size, folder));
        var withModels = size <= MOST_WITH_MODELS;
        try (var vectors = new GeneratedVectors()) {
            if (!withModels) {
                vectors.settings().forEach(builder::with);
            }
            return measure(size, folder, builder, withModels);
        }
    }

    private static Measured measure(int size, Path folder, Stack.Builder builder, boolean withModels)
            throws IOException, SQLException {
        var loaded = folder.resolve("loaded");
        try (var stack = builder.start();
                var connection = stack.database().connect()) {
            if (!Files.exists(loaded)) {
                stack.progress().step("%,d questions loaded".formatted(size), () -> {
                    BenchContent.load(connection, size);
                    return size;
                });
                var mismatches = BenchContent.mismatches(connection);
                if (!mismatches.isEmpty()) {
                    throw new StackProblem("What was loaded disagrees: " + mismatches, "mend content.sql");
                }
                Files.writeString(loaded, Integer.toString(size));
                // what was written past the forum is in no index: it takes its index for lost and builds another one
                try (var statement = connection.createStatement()) {
                    statement.execute("delete from search_index");
                }
                stack.restartForum();
            }
            var server = new Server(stack, connection);
            stack.progress().step("%,d questions in the search index".formatted(size), server::awaitIndex);
            server.awaitCalm();
            var measuring = new Measuring(stack, server);
            var visit = FirstVisit.of(stack.url() + measuring.address(BenchContent.WITH_20_POSTS));
            var measured = new Measured(
                    measuring.all(),
                    measuring.mostMegabytes(),
                    withModels ? Budget.MOST_MEGABYTES_WITH_MODELS : Budget.MOST_MEGABYTES,
                    visit);
            var last = Path.of(folder + ".json");
            say("");
            Table.lines(measured.rows(), LastRun.read(last)).forEach(Bench::say);
            say(measured.memory());
            say(visit.toString());
            say(measuring.footnote());
            say("");
            LastRun.write(last, measured.rows());
            return measured;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A set that fits into memory, as an operator of that size would see to; with little, reading the disk is measured. */
    private static int poolMegabytes(int size) {
        return Math.max(512, size / 250);
    }

    private static void requireSpace(Path folder, int size) throws IOException {
        var needed = 2_000 + size * KILOBYTES_A_QUESTION / 1_024L;
        var free = Files.getFileStore(Files.createDirectories(folder)).getUsableSpace() / 1_048_576;
        if (!Files.exists(folder.resolve("loaded")) && free < needed) {
            throw new StackProblem(
                    "Only %,d MB are free for %,d questions".formatted(free, size),
                    "free %,d MB or say a smaller -Dhilft.bench.sizes".formatted(needed));
        }
    }

    private static int judge(Map<Integer, Measured> bySize) {
        var broken = bySize.values().stream().mapToInt(Measured::broken).sum();
        var smallest = bySize.keySet().iterator().next();
        var small = Objects.requireNonNull(bySize.get(smallest));
        for (var larger : bySize.entrySet()) {
            if (larger.getKey() > smallest) {
                say("Growth from %,d to %,d questions: latency in units of the static file, and CPU"
                        .formatted(smallest, larger.getKey()));
                for (var growth : Growth.between(small.rows(), larger.getValue().rows())) {
                    say(growth.toString());
                    broken += growth.isKept() ? 0 : 1;
                }
            }
        }
        say(
                broken == 0
                        ? "Every budget is kept, or missed by less than %.0f %%.".formatted(100 * Budget.NOISE)
                        : broken + " budgets are broken by more than %.0f %%.".formatted(100 * Budget.NOISE));
        return broken;
    }

    @SuppressWarnings("SystemOut") // the console is where the table belongs
    private static void say(String line) {
        System.out.println(line);
    }
}
