package hilft.forum.similar;

import hilft.forum.search.analysis.Analysis;
import hilft.forum.search.index.IndexedThread;
import hilft.forum.search.index.SearchIndex;
import hilft.forum.search.index.Vectors;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the engine does with texts of every kind, without a model. */
class AskingTheEngineTest {

    private static final Gloss GLOSS = Gloss.builtIn();
    private static final Analysis ANALYSIS = Analysis.standard();

    @TempDir
    Path folder;

    private SearchIndex index;

    @BeforeEach
    void fill() {
        index = SearchIndex.open(folder, ANALYSIS, Vectors.NONE);
        index.write(List.of(
                IndexedThread.solved(1, "de", "Wie kündige ich meinen Vertrag?", "Schriftlich."),
                IndexedThread.solved(2, "de", "Router blinkt rot", "Kabel prüfen."),
                IndexedThread.solved(3, "en", "How do I pay my bill?", "By direct debit.")));
    }

    @AfterEach
    void close() {
        index.close();
    }

    private SimilarEngine engine() {
        return SimilarEngine.over(index::candidates, ANALYSIS, GLOSS, null, null);
    }

    private List<Long> ids(String text) {
        return engine().find(text).likest().stream()
                .map(likeness -> likeness.candidate().id())
                .toList();
    }

    @Test
    void theThreadThatSharesTheWordsComesFirst() {
        assertThat(ids("Vertrag kündigen")).first().isEqualTo(1L);
        assertThat(ids("rote Lampe am Router blinkt")).first().isEqualTo(2L);
        assertThat(ids("pay a bill")).first().isEqualTo(3L);
    }

    @Test
    void aSlipOrAnOpenEndDoesNotHideIt() {
        assertThat(ids("Vertarg kündigen ")).first().isEqualTo(1L);
        assertThat(ids("Wie kann ich den Vertr")).first().isEqualTo(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "?", "😀😀😀", "1 2 3", "- - -", "\u0000\u0001"})
    void whatHoldsNoWordFindsNothing(String text) {
        assertThat(ids(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "titleDe:* OR *:*",
                "+Vertrag -kündige !(",
                "\"Vertrag",
                "Vertrag AND (",
                "[* TO *]",
                "/.*/",
                "Vertrag~99 Vertrag^1e99",
                "' OR 1=1 --",
                "\\"
            })
    void signsOfQueryLanguagesMeanNothing(String text) {
        assertThat(ids(text)).doesNotHaveDuplicates();
    }

    @Test
    void aVeryLongTextIsJudgedByItsBeginning() {
        String long1 = "Wie kündige ich meinen Vertrag? " + "Blindtext und noch mehr davon. ".repeat(400);
        assertThat(ids(long1)).first().isEqualTo(1L);
        assertThat(ids("x".repeat(10_000))).isEmpty();
    }

    @Test
    void whoAsksWhileTheModelFailsIsAnsweredByWords() {
        Embedder failing = new Embedder() {
            @Override
            public String model() {
                return "failing";
            }

            @Override
            public int dimension() {
                return 4;
            }

            @Override
            public boolean knowsGerman() {
                return true;
            }

            @Override
            public List<float[]> embed(List<String> texts, boolean asked, Duration patience) {
                throw new EmbedderProblem(EmbedderProblem.Reason.LATE, "late");
            }

            @Override
            public void close() {}
        };
        TextVectors vectors = new TextVectors(failing, GLOSS);
        SimilarEngine engine = SimilarEngine.over(index::candidates, ANALYSIS, GLOSS, failing, vectors);
        assertThat(engine.find("Vertrag kündigen").likest())
                .first()
                .extracting(likeness -> likeness.candidate().id())
                .isEqualTo(1L);
        assertThat(vectors.problem()).isNotNull();
    }

    @Test
    void manyMayAskAtOnce() {
        SimilarEngine engine = engine();
        assertThat(IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(i -> engine.find("Vertrag kündigen " + i)
                                .likest()
                                .get(0)
                                .candidate()
                                .id()))
                .allMatch(id -> id == 1);
    }
}
