package hilft.forum.search.index;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hilft.forum.question.QuestionFilter.State;
import hilft.forum.search.analysis.Analysis;
import hilft.forum.search.index.Wanted.Order;
import hilft.stack.OpenSearchServer;
import hilft.stack.TestStack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** OpenSearch answers what Lucene answers: the demo's questions are asked for in both, and everything must be the same. */
@EnabledIf("canRun")
class FindingInOpenSearchIT {
    private static final int ALL = 200;
    private static final Instant MONDAY = Instant.parse("2026-11-02T10:00:00Z");

    /** Which letters a title has and how often: enough to be more or less alike. */
    private static final Vectors LETTERS = new Vectors() {
        @Override
        public String model() {
            return "letters";
        }

        @Override
        public int dimension() {
            return 26;
        }

        @Override
        public float[] of(String text, String language) {
            float[] counts = new float[dimension()];
            Arrays.fill(counts, 0.1f);
            text.toLowerCase(java.util.Locale.ROOT)
                    .chars()
                    .filter(letter -> letter >= 'a' && letter <= 'z')
                    .forEach(letter -> counts[letter - 'a']++);
            return counts;
        }
    };

    private static final List<IndexedThread> THREADS = new ArrayList<>();
    private static SearchIndex lucene;
    private static SearchIndex openSearch;

    static boolean canRun() {
        return OpenSearchServer.canRun();
    }

    @BeforeAll
    static void fill(@TempDir Path folder) throws IOException {
        readThreads();
        lucene = SearchIndex.open(folder, Analysis.standard(), LETTERS);
        openSearch = open("same", true);
        lucene.write(THREADS);
        openSearch.write(THREADS);
        // the first question of all loads so much code that it may run out of time
        lucene.candidates("Router", "de", LETTERS.of("Router", "de"), 10);
        openSearch.candidates("Router", "de", LETTERS.of("Router", "de"), 10);
    }

    private static SearchIndex open(String name, boolean make) {
        URI server = URI.create(TestStack.openSearch().url());
        return SearchIndex.open(
                new OpenSearch(List.of(server), "", ""), name, make, LETTERS.dimension(), Analysis.standard(), LETTERS);
    }

    private static void readThreads() throws IOException {
        List<String> categories = new ArrayList<>();
        List<String> people = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/demo/questions"))) {
            for (Path file : files.sorted().toList()) {
                for (JsonElement element :
                        JsonParser.parseString(Files.readString(file)).getAsJsonArray()) {
                    THREADS.add(thread(element.getAsJsonObject(), categories, people));
                }
            }
        }
    }

    private static IndexedThread thread(JsonObject question, List<String> categories, List<String> people) {
        List<String> answers = new ArrayList<>();
        if (question.has("answers")) {
            question.getAsJsonArray("answers").forEach(answer -> answers.add(text(answer.getAsJsonObject(), "body")));
        }
        List<String> tags = new ArrayList<>();
        if (question.has("tags")) {
            question.getAsJsonArray("tags").forEach(tag -> tags.add(tag.getAsString()));
        }
        long id = THREADS.size() + 1;
        Instant asked = MONDAY.plusSeconds(id * 3_600);
        return new IndexedThread(
                id,
                text(question, "language"),
                text(question, "title"),
                text(question, "body"),
                answers,
                number(categories, text(question, "category")),
                tags,
                Set.of(number(people, text(question, "author")), 900 + id % 3),
                answers.size(),
                id % 2 == 0,
                id % 5 == 0,
                (int) (id % 7),
                asked,
                asked);
    }

    private static String text(JsonObject object, String name) {
        return object.has(name) ? object.get(name).getAsString() : "";
    }

    private static long number(List<String> known, String name) {
        if (!known.contains(name)) {
            known.add(name);
        }
        return known.indexOf(name) + 1;
    }

    @AfterAll
    static void close() {
        lucene.close();
        openSearch.close();
    }

    @Test
    void holdsTheSameThreads() {
        assertThat(THREADS).hasSizeGreaterThan(50).hasSizeLessThan(ALL);
        assertThat(lucene.count()).isEqualTo(THREADS.size());
        assertThat(openSearch.count()).isEqualTo(THREADS.size());
        assertThat(openSearch.withoutVector(10)).isEmpty();
    }

    @Test
    void findsTheSameByWordsInAllTheirForms() {
        assertThat(differingSearches(title -> title, wanted -> wanted)).isEmpty();
        assertThat(differingSearches(title -> title, Wanted::anyLoosely)).isEmpty();
    }

    @Test
    void findsTheSameWhenWordsAreMisspelt() {
        assertThat(differingSearches(FindingInOpenSearchIT::misspelt, Wanted::loosely))
                .isEmpty();
        assertThat(differingSearches(FindingInOpenSearchIT::misspelt, Wanted::anyLoosely))
                .isEmpty();
        assertThat(lucene.find(wanted("Vertragsverlängrung").loosely(), 0, ALL).hits())
                .isNotEmpty();
    }

    @Test
    void findsTheSamePhrasesBeginningsAndWhatIsLeftOut() {
        for (IndexedThread thread : THREADS) {
            String[] words = thread.title().split(" ");
            String phrase = words[0] + " " + words[Math.min(1, words.length - 1)];
            assertSame(new Wanted(
                    List.of(),
                    0,
                    Set.of(),
                    List.of(),
                    List.of(phrase),
                    List.of("Router"),
                    false,
                    ThreadFilter.ALL,
                    Order.BEST));
            String begun = words[0].substring(0, Math.min(4, words[0].length()));
            assertSame(new Wanted(
                    List.of(begun),
                    1,
                    Set.of(),
                    List.of("der"),
                    List.of(),
                    List.of(),
                    true,
                    ThreadFilter.ALL,
                    Order.NEWEST));
        }
    }

    @Test
    void narrowsAndCountsTheSame() {
        List<ThreadFilter> filters = List.of(
                ThreadFilter.ALL,
                new ThreadFilter(Set.of(1L, 2L), Set.of(), Set.of(), null, false, null, null),
                new ThreadFilter(Set.of(), Set.of("wlan"), Set.of(), null, false, null, null),
                new ThreadFilter(Set.of(1L), Set.of(), Set.of(901L), State.SOLVED, false, null, null),
                new ThreadFilter(Set.of(), Set.of(), Set.of(), State.UNANSWERED, false, null, null),
                new ThreadFilter(Set.of(), Set.of(), Set.of(), State.OPEN, true, MONDAY, MONDAY.plusSeconds(90_000)));
        for (ThreadFilter filter : filters) {
            for (Wanted wanted : List.of(wanted("Router"), wanted("Vertrag"), wanted("phone"), everything())) {
                Wanted narrowed = wanted.with(filter);
                assertSame(narrowed);
                List<Instant> times = List.of(MONDAY, MONDAY.plusSeconds(100_000));
                Counts here = lucene.count(narrowed, lucene.find(narrowed, 0, 10), times);
                Counts there = openSearch.count(narrowed, openSearch.find(narrowed, 0, 10), times);
                // which of equally frequent ones are among the most frequent is nobody's business
                assertThat(there.tags().values())
                        .containsExactlyElementsOf(here.tags().values());
                assertThat(there.writers().values())
                        .containsExactlyElementsOf(here.writers().values());
                assertThat(withoutLists(there)).isEqualTo(withoutLists(here));
            }
        }
        assertThat(lucene.find(wanted("Router"), 0, ALL).hits()).isNotEmpty();
    }

    private static Counts withoutLists(Counts counts) {
        return new Counts(
                counts.total(),
                counts.exact(),
                counts.categories(),
                Map.of(),
                Map.of(),
                counts.open(),
                counts.solved(),
                counts.unanswered(),
                counts.official(),
                counts.times());
    }

    @Test
    void findsTheSameCandidatesByWordsAndByMeaning() {
        for (IndexedThread thread : THREADS) {
            String text = misspelt(thread.title());
            float[] vector = LETTERS.of(text, thread.language());
            for (float[] asked : Arrays.asList(null, vector)) {
                Map<Long, Candidate> here = byId(lucene.candidates(text, thread.language(), asked, ALL));
                Map<Long, Candidate> there = byId(openSearch.candidates(text, thread.language(), asked, ALL));
                assertThat(there.keySet()).isEqualTo(here.keySet());
                double most = most(here);
                double mostThere = most(there);
                here.forEach((id, candidate) -> {
                    Candidate other = there.getOrDefault(id, candidate);
                    assertThat(other.title()).isEqualTo(candidate.title());
                    assertThat(other.solved()).isEqualTo(candidate.solved());
                    assertThat(other.lexical() / mostThere).isCloseTo(candidate.lexical() / most, within(1e-4));
                    if (asked == null) {
                        assertThat(other.hasCosine()).isFalse();
                    } else {
                        assertThat(other.cosine()).isCloseTo(candidate.cosine(), within(1e-4));
                    }
                });
            }
        }
    }

    private static Map<Long, Candidate> byId(List<Candidate> candidates) {
        Map<Long, Candidate> byId = new LinkedHashMap<>();
        candidates.forEach(candidate -> byId.put(candidate.id(), candidate));
        return byId;
    }

    private static double most(Map<Long, Candidate> candidates) {
        return candidates.values().stream()
                .mapToDouble(Candidate::lexical)
                .max()
                .orElse(1);
    }

    @Test
    void strangeWordsBreakNothing() {
        for (String word :
                List.of("", " ", "🙂", "\"", "(", "*", "?", "~", "AND", "\\", "title:x", "a".repeat(10_000))) {
            assertSame(wanted(word).loosely());
            assertThat(byId(openSearch.candidates(word, "de", null, ALL)).keySet())
                    .isEqualTo(byId(lucene.candidates(word, "de", null, ALL)).keySet());
        }
        String text = THREADS.stream().map(IndexedThread::body).reduce("", String::concat);
        assertThat(openSearch.candidates(text, "de", null, 10)).hasSize(10);
    }

    @Test
    void whatIsRemovedIsGoneAndWhatIsWrittenAgainIsWrittenOver() {
        // removed threads go on counting in the frequencies of words for a while, which the others must not see
        try (SearchIndex index = open("changing", true)) {
            index.write(List.of(IndexedThread.solved(1, "de", "Zauberstab glimmt", null)));
            assertThat(index.find(wanted("Zauberstab"), 0, 10).hits()).hasSize(1);
            index.write(List.of(IndexedThread.solved(1, "de", "Besen fliegt", null)));
            assertThat(index.find(wanted("Zauberstab"), 0, 10).hits()).isEmpty();
            assertThat(index.find(wanted("Besen"), 0, 10).hits()).hasSize(1);
            index.flush();
        }
        try (SearchIndex index = open("changing", false)) {
            assertThat(index.count()).isEqualTo(1);
            index.remove(List.of(1L, 4_711L));
            index.refresh();
            assertThat(index.count()).isZero();
        }
    }

    @Test
    void anIndexThatIsGoneDoesNotComeBackEmpty() {
        try (SearchIndex index = open("never-made", false)) {
            assertThatThrownBy(index::count).isInstanceOf(RuntimeException.class);
        }
    }

    /** Titles, of every other thread, by which the two found something else. */
    private static List<String> differingSearches(UnaryOperator<String> typed, UnaryOperator<Wanted> how) {
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < THREADS.size(); i += 2) {
            IndexedThread thread = THREADS.get(i);
            Wanted wanted = how.apply(wanted(typed.apply(thread.title()).split(" ")));
            if (!alike(lucene.find(wanted, 0, ALL), openSearch.find(wanted, 0, ALL))) {
                differing.add(thread.title());
            }
        }
        return differing;
    }

    private static void assertSame(Wanted wanted) {
        Found here = lucene.find(wanted, 0, ALL);
        Found there = openSearch.find(wanted, 0, ALL);
        assertThat(alike(here, there)).as("%s: %s and %s", wanted, here, there).isTrue();
    }

    /** The same threads with scores in the same proportion, so that they are in the same order but for equal ones. */
    private static boolean alike(Found here, Found there) {
        if (here.total() != there.total() || here.hits().size() != there.hits().size()) {
            return false;
        }
        Map<Long, Double> scores = scores(here);
        Map<Long, Double> others = scores(there);
        return scores.keySet().equals(others.keySet())
                && scores.entrySet().stream()
                        .allMatch(score ->
                                Math.abs(score.getValue() - others.getOrDefault(score.getKey(), Double.NaN)) < 1e-4);
    }

    private static Map<Long, Double> scores(Found found) {
        double most = found.hits().stream().mapToDouble(Found.Hit::score).max().orElse(1);
        Map<Long, Double> scores = new LinkedHashMap<>();
        found.hits().forEach(hit -> scores.put(hit.id(), most == 0 ? 0 : hit.score() / most));
        return scores;
    }

    /** With the second and third letter of each long word exchanged. */
    private static String misspelt(String title) {
        List<String> words = new ArrayList<>();
        for (String word : title.split(" ")) {
            words.add(
                    word.length() < 5
                            ? word
                            : word.substring(0, 1) + word.charAt(2) + word.charAt(1) + word.substring(3));
        }
        return String.join(" ", words);
    }

    private static Wanted wanted(String... words) {
        return new Wanted(
                List.of(words),
                Math.max(1, words.length / 2),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                ThreadFilter.ALL,
                Order.BEST);
    }

    private static Wanted everything() {
        return new Wanted(List.of(), 0, Set.of(), List.of(), List.of(), List.of(), false, ThreadFilter.ALL, Order.BEST);
    }
}
