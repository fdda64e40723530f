package hilft.forum.search.index;

import hilft.forum.search.analysis.Analysis;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What the index answers when it is asked for threads that ask the same. */
class FindingCandidatesTest {
    private static final long ROUTER = 1;
    private static final long BILL = 2;
    private static final long SIM = 3;

    /** A model of two meanings: the first figure is for money, the second for everything else. */
    private static final Vectors MONEY = new Vectors() {
        @Override
        public String model() {
            return "money";
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public float @Nullable [] of(String text, String language) {
            return text.contains("Rechnung") ? new float[] {1, 0.2f} : new float[] {0.2f, 1};
        }
    };

    @TempDir
    Path folder;

    private SearchIndex index;

    @BeforeEach
    void open() {
        index = SearchIndex.open(folder, Analysis.standard(), MONEY);
        index.write(List.of(
                IndexedThread.solved(ROUTER, "de", "Router blinkt rot", "Stecke das Kabel neu."),
                IndexedThread.solved(
                        BILL, "de", "Warum ist meine Rechnung höher?", "Ein Monat wird anteilig berechnet."),
                IndexedThread.solved(SIM, "en", "How do I activate a SIM card?", "Send a text to 1234.")));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void whatWasWrittenIsFoundAtOnceByWordsOfTitleAndAnswers() {
        assertThat(index.count()).isEqualTo(3);
        assertThat(index.candidates("Der Router geht nicht", "de", null, 10))
                .extracting(Candidate::id)
                .containsExactly(ROUTER);
        assertThat(index.candidates("neues Kabel", "de", null, 10))
                .extracting(Candidate::id)
                .containsExactly(ROUTER);
        assertThat(index.candidates("activating sim cards", "en", null, 10))
                .first()
                .satisfies(found -> {
                    assertThat(found.title()).isEqualTo("How do I activate a SIM card?");
                    assertThat(found.solved()).isTrue();
                    assertThat(found.lexical()).isPositive();
                    assertThat(found.hasCosine()).isFalse();
                });
    }

    @Test
    void withAVectorEachCandidateHasBothFigures() {
        assertThat(index.candidates("Router", "de", new float[] {1, 0.2f}, 1))
                .satisfiesExactlyInAnyOrder(
                        bill -> {
                            assertThat(bill.id()).isEqualTo(BILL);
                            assertThat(bill.lexical()).isZero();
                            assertThat(bill.cosine()).isCloseTo(1, within(1e-5));
                        },
                        router -> {
                            assertThat(router.id()).isEqualTo(ROUTER);
                            assertThat(router.lexical()).isPositive();
                            assertThat(router.cosine()).isCloseTo(0.4 / 1.04, within(1e-5));
                        });
    }

    @Test
    void aThreadIsKnownByItsLatestTextAloneAndNoLongerOnceRemoved() {
        index.write(List.of(IndexedThread.solved(ROUTER, "de", "Telefon rauscht", null)));
        assertThat(index.count()).isEqualTo(3);
        assertThat(index.candidates("Router", "de", null, 10)).isEmpty();

        index.remove(List.of(ROUTER, 4711L));
        index.refresh();
        assertThat(index.count()).isEqualTo(2);
        assertThat(index.candidates("Telefon", "de", null, 10)).isEmpty();
    }

    @Test
    void whatWasWrittenLasts() {
        index.flush();
        index.close();
        index = SearchIndex.open(folder, Analysis.standard(), MONEY);

        assertThat(index.count()).isEqualTo(3);
    }

    @Test
    void strangeTextsFindNothingAndBreakNothing() {
        for (String text : List.of("", " ", "q", "🙂🙂", "\"", "&& || ! ( [ { ~ * ? : \\ /", "x".repeat(10_000))) {
            assertThat(index.candidates(text, "de", null, 10)).isEmpty();
        }
        String long10000 = "Router Rechnung Kabel mit vielen Wörtern ".repeat(250);
        assertThat(index.candidates(long10000, "de", null, 10)).hasSize(2);
    }
}
