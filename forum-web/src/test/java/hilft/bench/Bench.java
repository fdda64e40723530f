package hilft.bench;

import hilft.stack.Ports;
import hilft.stack.Stack;
import hilft.stack.StackProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code mvn -Pbench}: loads many questions, measures the forum as it is deployed, prints tables and judges the ratios. */
public final class Bench {
    private static final String DEFAULT_SIZES = "10000,100000";

    private Bench() {}

    public static void main(String[] arguments) {
        var broken = 0;
        try {
            Map<Integer, List<Row>> bySize = new LinkedHashMap<>();
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

    private static List<Integer> sizes() {
        var wanted = System.getProperty("hilft.bench.size", System.getProperty("hilft.bench.sizes", DEFAULT_SIZES));
        try {
            return Arrays.stream(wanted.split(","))
                    .map(String::strip)
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new StackProblem(
                    wanted + " is no list of sizes", "say for example -Dhilft.bench.sizes=10000,100000", e);
        }
    }

    private static List<Row> measure(int size) throws IOException, SQLException {
        var folder = Stack.projectFolder().resolve("bench").resolve(Integer.toString(size));
        var loaded = folder.resolve("loaded");
        var builder = Stack.in(folder)
                .ports(Ports.free())
                .withDemoRealm()
                .with("HILFT_RATE_LIMIT_FACTOR", "1000")
                // the heap that docker/ gives it: 55 % of 1536 MB
                .javaOptions("-Xmx845m", "-XX:MaxMetaspaceSize=320m")
                .loudly();
        if (!Files.exists(loaded)) {
            builder.fresh();
        }
        say("%,d questions in %s".formatted(size, folder));
        try (var stack = builder.start();
                var connection = stack.database().connect()) {
            if (!Files.exists(loaded)) {
                stack.progress().step("%,d questions loaded".formatted(size), () -> {
                    BenchContent.load(connection, size, true);
                    return size;
                });
                var mismatches = BenchContent.mismatches(connection);
                if (!mismatches.isEmpty()) {
                    throw new StackProblem("What was loaded disagrees: " + mismatches, "mend content.sql");
                }
                Files.writeString(loaded, Integer.toString(size));
                stack.restartForum();
            }
            var measuring = new Measuring(stack, new Server(stack, connection));
            var rows = measuring.all();
            var last = Path.of(folder + ".json");
            say("");
            Table.lines(rows, LastRun.read(last)).forEach(Bench::say);
            say(measuring.footnote());
            say("");
            LastRun.write(last, rows);
            return rows;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static int judge(Map<Integer, List<Row>> bySize) {
        var sizes = new ArrayList<>(bySize.keySet());
        var broken = 0;
        for (int i = 0; i < sizes.size(); i++) {
            var rows = bySize.getOrDefault(sizes.get(i), List.of());
            if (i > 0) {
                var smaller = sizes.get(i - 1);
                Table.growth(smaller, bySize.getOrDefault(smaller, List.of()), sizes.get(i), rows)
                        .forEach(Bench::say);
            }
            broken += (int) rows.stream()
                    .filter(row -> Budget.of(row.name())
                            .filter(budget -> !budget.isKept(row))
                            .isPresent())
                    .count();
        }
        say(
                broken == 0
                        ? "Every ratio is within its budget, or %.0f %% of noise of it.".formatted(100 * Budget.NOISE)
                        : broken + " budgets are broken by more than %.0f %%.".formatted(100 * Budget.NOISE));
        return broken;
    }

    @SuppressWarnings("SystemOut") // the console is where the table belongs
    private static void say(String line) {
        System.out.println(line);
    }
}
