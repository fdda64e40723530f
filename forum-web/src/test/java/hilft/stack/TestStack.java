package hilft.stack;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one stack of a test run, begun fresh in {@code target/stack} on free ports and stopped with the run. Container tests
 * need only its database, in a schema of their own; journeys and stack tests need all of it.
 */
public final class TestStack {
    static final String CONTAINER_SCHEMA = "hilft_container";

    /** For a set of many questions that no other test sees. */
    public static final String CROWDED_SCHEMA = "hilft_crowded";

    private static @Nullable Stack opened;
    private static boolean started;
    private static @Nullable OpenSearchServer openSearch;

    private TestStack() {}

    /** The whole stack, started at the first call. */
    public static synchronized Stack get() {
        return once(stack -> {
            if (!started) {
                stack.start();
                started = true;
            }
            return stack;
        });
    }

    /** The database alone, unless the whole stack runs already. */
    public static synchronized Database database() {
        return once(stack -> {
            stack.startDatabase();
            return stack.database();
        });
    }

    private static <T> T once(Function<Stack, T> use) {
        var stack = opened;
        if (stack == null) {
            stack = Stack.in(Project.target().resolve("stack"))
                    .fresh()
                    .schemas("hilft", CONTAINER_SCHEMA, CROWDED_SCHEMA)
                    .withDemoRealm()
                    .oneAtATime()
                    .javaOptions("-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                    .with("HILFT_UNDO_SECONDS", "0")
                    .loudly()
                    .open();
            opened = stack;
        }
        return use.apply(stack);
    }

    /** An OpenSearch for the tests that want one, where it can run. */
    public static synchronized OpenSearchServer openSearch() {
        var running = openSearch;
        if (running == null) {
            running = OpenSearchServer.in(Project.target().resolve("stack-opensearch"));
            openSearch = running;
        }
        return running;
    }

    /** Where container tests keep their search index. */
    public static Path containerSearch() {
        return Project.target().resolve("stack/search-of-container-tests");
    }

    /** Where container tests keep their pictures. */
    public static Path containerAttachments() {
        return Project.target().resolve("stack/attachments-of-container-tests");
    }

    static synchronized void close() {
        if (opened != null) {
            opened.close();
            opened = null;
            started = false;
        }
        if (openSearch != null) {
            openSearch.close();
            openSearch = null;
        }
    }
}
