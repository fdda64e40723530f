package hilft.forum.text;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TangledTextTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LONGEST_BODY = 30_000;
    /** A quarter of what a server thread has: what fits here has room under the frames of a request. */
    private static final int SMALL_STACK = 256 * 1024;

    private static final List<String> PIECES = List.of(
            ">",
            "> ",
            "* ",
            "- ",
            "1. ",
            "*",
            "**",
            "_",
            "~~",
            "[",
            "]",
            "](u)",
            "![",
            "[a](",
            "[a]: u\n",
            "[a][",
            "`",
            "``",
            "```\n",
            "<",
            "<a ",
            "<!--",
            "<?",
            "<![CDATA[",
            "&",
            "&amp;",
            "\\",
            "|",
            "|-",
            "a|b\n",
            "-|-\n",
            "\n",
            " ",
            "  ",
            "\t",
            "www.",
            "www.a.de ",
            "http://",
            "https://a.de/(",
            "a@",
            "a@b.de ",
            "a",
            "ä ",
            "(",
            ")",
            ":",
            "=\n",
            "# ",
            "- [ ] ",
            "*a ",
            " a*",
            "{{",
            "😀",
            "\"",
            "'",
            "://",
            ".",
            "!");

    private final Markdown markdown = new Markdown();

    static Stream<String> nested() {
        return Stream.of(">", "> ", "*", "* ", "- ", "1. ", "_", "[", "![", "[a](", "~~", "`", "<", "(", "\\", "#", "|")
                .flatMap(piece -> Stream.of(
                        piece.repeat(5_000) + "Ende",
                        piece.repeat(5_000) + "Ende" + "]".repeat(5_000),
                        (piece.repeat(15) + "Ende\n").repeat(200)));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("nested")
    void deepNestingIsShownAndOverflowsNothing(String text) {
        assertThat(onSmallStack(() -> markdown.toHtml(text))).contains("Ende");
        assertThat(onSmallStack(() -> markdown.toPlain(text))).contains("Ende");
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {"<!-- ", "<a ", "<a b=\"", "[a](u \"", "[a](<", "[", "`", "|-", "<?", "http://a.de/", "&", "    "
            })
    void longUnfinishedMarkupIsShownAndOverflowsNothing(String start) {
        String text = start + "Ende b ".repeat(4_000);
        assertThat(onSmallStack(() -> markdown.toHtml(text))).contains("Ende");
        assertThat(onSmallStack(() -> markdown.toHtml(start + "Ende" + "|-".repeat(10_000))))
                .contains("Ende");
    }

    @Test
    void indentedListsOfAnyDepthAreShown() {
        StringBuilder steps = new StringBuilder();
        for (int depth = 0; steps.length() < LONGEST_BODY; depth++) {
            steps.append(" ".repeat(2 * depth)).append("- Ende\n");
        }
        assertThat(onSmallStack(() -> markdown.toHtml(steps.toString()))).contains("Ende");
    }

    @Test
    void honestDepthIsRendered() {
        assertThat(markdown.toHtml("> > > > - 1. tief **fett**")).contains("<blockquote>", "<strong>fett</strong>");
        assertThat(markdown.toHtml("a\n\n" + "-".repeat(200) + "\n\nb")).contains("<hr />");
        assertThat(markdown.toHtml(("Seit [gestern](https://a.de) ist `alles` *weg*: \"DSL\" & Co.\n").repeat(400)))
                .contains("<em>weg</em>");
    }

    @Test
    void theLongestBodyOfAnythingTakesNoLongerThanAFewHonestOnes() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String honest =
                ("Seit **gestern** geht [das Netz](https://example.org/x) nicht, `ping` auch nicht.\n\n- a\n- b\n\n")
                        .repeat(LONGEST_BODY)
                        .substring(0, LONGEST_BODY);
        for (int warm = 0; warm < 5; warm++) {
            markdown.toHtml(honest);
        }
        long budget = 20
                * Stream.generate(() -> nanos(honest))
                        .limit(5)
                        .min(Long::compare)
                        .orElseThrow();
        for (String piece : PIECES) {
            assertQuick(piece.repeat(LONGEST_BODY / piece.length()), budget);
        }
        for (String joint : List.of(".a", "a-", "%a", "+a", "a.a-")) {
            assertQuick(joint.repeat(LONGEST_BODY / joint.length()), budget);
            assertQuick((joint.repeat(240) + " ").repeat(LONGEST_BODY).substring(0, LONGEST_BODY), budget);
        }
        for (int i = 0; i < 150; i++) {
            String mix = pick(random) + pick(random) + (random.nextBoolean() ? pick(random) : "");
            String text = mix.repeat(LONGEST_BODY / mix.length());
            assertQuick(
                    random.nextBoolean()
                            ? text
                            : text.substring(0, text.length() / 2)
                                    + pick(random).repeat(5_000),
                    budget);
        }
    }

    private void assertQuick(String text, long budget) {
        // the best of a few runs: a pause of the virtual machine is not the text's fault
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 4 && best > budget; run++) {
            best = Math.min(best, nanos(text));
        }
        assertThat(best)
                .as("nanoseconds of CPU for " + text.length() + " characters of "
                        + text.substring(0, 40).replace("\n", "\\n"))
                .isLessThan(budget);
    }

    private long nanos(String text) {
        long start = THREADS.getCurrentThreadCpuTime();
        assertThat(markdown.toHtml(text)).isNotNull();
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    private static String pick(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private static String onSmallStack(Callable<String> work) {
        FutureTask<String> task = new FutureTask<>(work);
        new Thread(null, task, "small-stack", SMALL_STACK).start();
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
