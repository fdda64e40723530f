package hilft.forum.search.index;

import hilft.forum.question.QuestionFilter.State;
import hilft.forum.search.analysis.Analysis;
import hilft.forum.search.analysis.Synonyms;
import hilft.forum.search.index.Wanted.Order;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the index answers when it is asked for words. */
class FindingThreadsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-02T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-03T10:00:00Z");
    private static final long INTERNET = 1;
    private static final long CONTRACT = 2;
    private static final long ANNA = 11;
    private static final long BEN = 12;
    private static final long ROUTER = 1;
    private static final long EXTENSION = 2;
    private static final long BILL = 3;
    private static final long ABROAD = 4;

    private static SearchIndex index;

    @BeforeAll
    static void fill(@TempDir Path folder) {
        index = SearchIndex.open(folder, Analysis.standard(), Vectors.NONE);
        index.write(List.of(
                new IndexedThread(
                        ROUTER,
                        "de",
                        "Mein Router verliert das WLAN",
                        "Jeden Abend um acht ist das Netz weg.",
                        List.of("Stell den Funkkanal von Hand ein.", "Bei mir half ein Neustart."),
                        INTERNET,
                        List.of("wlan", "router"),
                        Set.of(ANNA, BEN),
                        2,
                        true,
                        true,
                        3,
                        MONDAY,
                        MONDAY),
                new IndexedThread(
                        EXTENSION,
                        "de",
                        "Wie geht die Vertragsverlängerung?",
                        "Mein Vertrag läuft im März aus.",
                        List.of(),
                        CONTRACT,
                        List.of("vertrag"),
                        Set.of(BEN),
                        0,
                        false,
                        false,
                        0,
                        TUESDAY,
                        TUESDAY),
                new IndexedThread(
                        BILL,
                        "de",
                        "Rechnung zu hoch",
                        "Auf der Rechnung steht der Vertrag doppelt, der Router auch.",
                        List.of("Ruf an."),
                        CONTRACT,
                        List.of("rechnung", "vertrag"),
                        Set.of(ANNA),
                        1,
                        false,
                        false,
                        0,
                        MONDAY,
                        TUESDAY),
                new IndexedThread(
                        ABROAD,
                        "en",
                        "Using my phone abroad",
                        "Do I pay extra for connections in Spain?",
                        List.of("Roaming is included."),
                        CONTRACT,
                        List.of("roaming"),
                        Set.of(BEN),
                        1,
                        true,
                        false,
                        0,
                        TUESDAY,
                        TUESDAY)));
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @Test
    void theTitleCountsMoreThanTheText() {
        assertThat(find(words("Router"))).containsExactly(ROUTER, BILL);
    }

    @Test
    void wordsOfVeryManyThreadsAreLookedForAmongThoseThatMostHad() {
        Popular threeHad = new Popular(1, 1);
        assertThat(index.find(words("Router"), 0, 10, threeHad).hits())
                .extracting(Found.Hit::id)
                .containsExactly(ROUTER);
        assertThat(index.find(words("Router"), 0, 10, threeHad).exact()).isFalse();
        assertThat(index.find(words("Rechnung"), 0, 10, threeHad).hits())
                .as("no popular one has it")
                .extracting(Found.Hit::id)
                .containsExactly(BILL);
        assertThat(index.find(words("Router"), 0, 10, new Popular(2, 1)).hits())
                .as("too few were had by anybody")
                .extracting(Found.Hit::id)
                .containsExactly(ROUTER, BILL);
    }

    @Test
    void aWordIsFoundInItsFormsAndByItsParts() {
        assertThat(find(words("Verträge"))).contains(EXTENSION, BILL);
        assertThat(find(words("Verlängerung"))).containsExactly(EXTENSION);
        assertThat(find(words("vertragsverlaengerung"))).startsWith(EXTENSION);
        assertThat(find(words("connection"))).containsExactly(ABROAD);
        assertThat(find(words("Funkkanäle"))).containsExactly(ROUTER);
    }

    @Test
    void aSynonymOfSeveralWordsIsMeantAsAWhole(@TempDir Path folder) {
        Analysis analysis = Analysis.with(
                Synonyms.read("Handy, mobile phone\nRouter, WLAN-Router").synonyms());
        try (SearchIndex own = SearchIndex.open(folder, analysis, Vectors.NONE)) {
            own.write(List.of(
                    titled(1, "en", "Phone bill too high"),
                    titled(2, "en", "My mobile phone has no signal"),
                    titled(3, "de", "Mein Handy hat kein Netz"),
                    titled(4, "de", "Das WLAN ist weg"),
                    titled(5, "de", "Der Router ist weg")));

            assertThat(find(own, words("Handy"))).containsExactly(3L, 2L);
            assertThat(find(own, words("Router"))).containsExactly(5L);
        }
    }

    private static IndexedThread titled(long id, String language, String title) {
        return new IndexedThread(
                id,
                language,
                title,
                "",
                List.of(),
                INTERNET,
                List.of(),
                Set.of(ANNA),
                0,
                false,
                false,
                0,
                MONDAY,
                MONDAY);
    }

    @Test
    void soManyWordsMustBeThereAsAreNeeded() {
        assertThat(find(words("Router", "Rechnung"))).containsExactly(BILL);
        assertThat(find(words("Router", "Rechnung").anyLoosely())).containsExactlyInAnyOrder(ROUTER, BILL);
        assertThat(find(words("Router", "Zauberstab"))).isEmpty();
    }

    @Test
    void misspeltWordsAreFoundLoosely() {
        assertThat(find(words("Ruoter"))).isEmpty();
        assertThat(find(words("Ruoter").loosely())).contains(ROUTER);
        assertThat(find(words("Vertragsverlängrung").loosely())).contains(EXTENSION);
        assertThat(find(words("Rechnugn").loosely())).containsExactly(BILL);
    }

    @Test
    void phrasesStandWordByWordInOneText() {
        assertThat(find(phrase("verliert das WLAN"))).containsExactly(ROUTER);
        assertThat(find(phrase("das verliert WLAN"))).isEmpty();
        assertThat(find(phrase("WLAN jeden Abend"))).isEmpty();
    }

    @Test
    void whatIsExcludedIsNotFound() {
        Wanted wanted = words("Vertrag");
        assertThat(find(new Wanted(
                        wanted.words(),
                        1,
                        Set.of(),
                        List.of(),
                        List.of(),
                        List.of("März"),
                        false,
                        ThreadFilter.ALL,
                        Order.BEST)))
                .containsExactly(BILL);
        assertThat(find(new Wanted(
                        List.of(),
                        0,
                        Set.of(),
                        List.of(),
                        List.of(),
                        List.of("Router", "phone"),
                        false,
                        ThreadFilter.ALL,
                        Order.BEST)))
                .containsExactly(EXTENSION);
    }

    @Test
    void theLastWordMayStillBeTyped() {
        assertThat(find(words("Rou"))).isEmpty();
        assertThat(find(typing("Rou"))).containsExactly(ROUTER);
        assertThat(find(typing("verliert", "wl"))).containsExactly(ROUTER);
    }

    @Test
    void filtersNarrowAndCombine() {
        assertThat(find(all(filter(Set.of(CONTRACT), Set.of(), Set.of(), null, false, null, null))))
                .containsExactlyInAnyOrder(EXTENSION, BILL, ABROAD);
        assertThat(find(all(filter(Set.of(CONTRACT), Set.of("vertrag"), Set.of(BEN), null, false, null, null))))
                .containsExactly(EXTENSION);
        assertThat(find(all(filter(Set.of(), Set.of(), Set.of(), State.OPEN, false, null, null))))
                .containsExactly(EXTENSION, BILL);
        assertThat(find(all(filter(Set.of(), Set.of(), Set.of(), State.UNANSWERED, false, null, null))))
                .containsExactly(EXTENSION);
        assertThat(find(all(filter(Set.of(), Set.of(), Set.of(), State.SOLVED, true, null, null))))
                .containsExactly(ROUTER);
        assertThat(find(all(filter(Set.of(), Set.of(), Set.of(), null, false, TUESDAY, null))))
                .containsExactlyInAnyOrder(EXTENSION, ABROAD);
        assertThat(find(all(filter(Set.of(), Set.of(), Set.of(), null, false, null, TUESDAY))))
                .containsExactlyInAnyOrder(ROUTER, BILL);
        assertThat(find(words("Router").with(filter(Set.of(INTERNET), Set.of(), Set.of(), null, false, null, null))))
                .containsExactly(ROUTER);
    }

    @Test
    void theNewestCanComeFirst() {
        Wanted wanted = new Wanted(
                List.of("Vertrag"),
                1,
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                ThreadFilter.ALL,
                Order.NEWEST);
        assertThat(find(wanted)).containsExactly(EXTENSION, BILL);
    }

    private static Counts counts(Wanted wanted, List<Instant> times) {
        return index.count(wanted, index.find(wanted, 0, 10), times);
    }

    @Test
    void whatIsFoundIsCountedByWhatItCanBeNarrowedTo() {
        Counts counts = counts(words("Vertrag"), List.of(MONDAY, TUESDAY));
        assertThat(counts.total()).isEqualTo(2);
        assertThat(counts.exact()).isTrue();
        assertThat(counts.categories()).containsOnlyKeys(CONTRACT).containsValue(2L);
        assertThat(counts.tags()).containsEntry("vertrag", 2L).containsEntry("rechnung", 1L);
        assertThat(counts.writers()).containsEntry(ANNA, 1L).containsEntry(BEN, 1L);
        assertThat(counts.open()).isEqualTo(2);
        assertThat(counts.solved()).isZero();
        assertThat(counts.unanswered()).isEqualTo(1);
        assertThat(counts.official()).isZero();
        assertThat(counts.times()).containsEntry(MONDAY, 2L).containsEntry(TUESDAY, 1L);
    }

    @Test
    void whoeverWroteIsCountedHoweverManyThreadsThereAre(@TempDir Path folder) {
        try (SearchIndex many = SearchIndex.open(folder, Analysis.standard(), Vectors.NONE)) {
            many.write(IntStream.rangeClosed(1, 600)
                    .mapToObj(id -> new IndexedThread(
                            id,
                            "de",
                            "Mein Router verliert das WLAN",
                            "Jeden Abend".repeat(id % 3 == 0 ? 9 : 1),
                            List.of(),
                            INTERNET,
                            List.of("wlan"),
                            id % 3 == 0 ? Set.of(ANNA, BEN, 1_000L + id) : Set.of(BEN, 1_000L + id % 300),
                            1,
                            false,
                            false,
                            0,
                            MONDAY,
                            MONDAY))
                    .toList());
            many.refresh();
            Wanted wanted = words("Router");
            Found found = many.find(wanted, 0, 10);
            Counts counts = many.count(wanted, found, List.of());
            assertThat(counts.writers()).hasSize(8).containsEntry(BEN, 600L).containsEntry(ANNA, 200L);
            assertThat(counts.writers().values()).containsExactly(600L, 200L, 2L, 2L, 2L, 2L, 2L, 2L);
            assertThat(counts.exact()).isTrue();

            Wanted byAnna = wanted.with(filter(Set.of(), Set.of(), Set.of(ANNA), null, false, null, null));
            assertThat(many.count(byAnna, many.find(byAnna, 0, 10), List.of()).writers())
                    .hasSize(8)
                    .containsEntry(ANNA, 200L)
                    .containsEntry(BEN, 200L);

            Found rough = new Found(found.hits(), found.total(), false, found.best());
            Counts sample = many.count(wanted, rough, List.of());
            assertThat(sample.exact()).isFalse();
            assertThat(sample.total()).isEqualTo(600 / 16 * 16);
            assertThat(sample.writers()).hasSizeLessThanOrEqualTo(8).containsEntry(BEN, 600L / 16 * 16);
        }
    }

    @Test
    void fewAreCountedByThemselvesAsTheyAreByTheWords() {
        List<Instant> times = List.of(MONDAY, TUESDAY);
        for (Wanted wanted : List.of(
                words("Vertrag"),
                words("Zauberstab"),
                words("Zauberstab").with(filter(Set.of(INTERNET), Set.of(), Set.of(), null, false, null, null)),
                words("Router", "Vertrag").anyLoosely(),
                words("Vertrag").with(filter(Set.of(), Set.of("vertrag"), Set.of(BEN), null, false, null, null)),
                words("Vertrag").with(filter(Set.of(INTERNET), Set.of(), Set.of(), State.OPEN, false, MONDAY, null)),
                all(filter(Set.of(CONTRACT), Set.of(), Set.of(), State.SOLVED, false, null, TUESDAY)))) {
            Found found = index.find(wanted, 0, 10);
            Found notByThemselves = new Found(found.hits(), found.total() + 1, true, found.best());
            assertThat(index.count(wanted, found, times)).isEqualTo(index.count(wanted, notByThemselves, times));
        }
    }

    @Test
    void aKindThatIsNarrowedIsCountedAsIfItWereNot() {
        Counts counts =
                counts(all(filter(Set.of(CONTRACT), Set.of(), Set.of(), State.SOLVED, false, null, null)), List.of());
        assertThat(counts.total()).isEqualTo(1);
        assertThat(counts.categories()).containsEntry(INTERNET, 1L).containsEntry(CONTRACT, 1L);
        assertThat(counts.open()).isEqualTo(2);
        assertThat(counts.solved()).isEqualTo(1);
        assertThat(counts.unanswered()).isEqualTo(1);

        Counts since = counts(
                words("Vertrag").with(filter(Set.of(), Set.of(), Set.of(), null, false, TUESDAY, null)),
                List.of(MONDAY, TUESDAY));
        assertThat(since.total()).isEqualTo(1);
        assertThat(since.tags()).containsOnlyKeys("vertrag");
        assertThat(since.times()).containsEntry(MONDAY, 2L).containsEntry(TUESDAY, 1L);
    }

    @Test
    void strangeWordsBreakNothing() {
        for (String word :
                List.of("", " ", "🙂", "\"", "(", "*", "?", "~", "AND", "\\", "title:x", "a".repeat(10_000))) {
            assertThat(find(typing(word).loosely())).isEmpty();
            assertThat(find(phrase(word))).isEmpty();
        }
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            many.add("Vertragsverlängerungsangelegenheiten" + i);
        }
        assertThat(find(new Wanted(
                        many, 1, Set.copyOf(many), many, List.of(), List.of(), true, ThreadFilter.ALL, Order.BEST)))
                .isNotNull();
    }

    private static List<Long> find(Wanted wanted) {
        return find(index, wanted);
    }

    private static List<Long> find(SearchIndex asked, Wanted wanted) {
        Found found = asked.find(wanted, 0, 20);
        assertThat(found.total()).isEqualTo(found.hits().size());
        return found.hits().stream().map(Found.Hit::id).toList();
    }

    private static Wanted words(String... words) {
        return new Wanted(
                List.of(words),
                words.length,
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                ThreadFilter.ALL,
                Order.BEST);
    }

    private static Wanted typing(String... words) {
        return new Wanted(
                List.of(words),
                words.length,
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                ThreadFilter.ALL,
                Order.BEST);
    }

    private static Wanted phrase(String phrase) {
        return new Wanted(
                List.of(), 0, Set.of(), List.of(), List.of(phrase), List.of(), false, ThreadFilter.ALL, Order.BEST);
    }

    private static Wanted all(ThreadFilter filter) {
        return new Wanted(List.of(), 0, Set.of(), List.of(), List.of(), List.of(), false, filter, Order.BEST);
    }

    private static ThreadFilter filter(
            Set<Long> categories,
            Set<String> tags,
            Set<Long> writers,
            @Nullable State state,
            boolean official,
            @Nullable Instant from,
            @Nullable Instant until) {
        return new ThreadFilter(categories, tags, writers, state, official, from, until);
    }
}
