package hilft.forum.search.index;

import hilft.forum.search.analysis.Analysis;
import hilft.forum.search.analysis.Term;
import hilft.forum.search.index.Vectors.Passage;
import hilft.forum.text.Languages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.engine.backend.types.VectorSimilarity;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.StandalonePojoMappingConfigurer;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;

import static java.util.function.UnaryOperator.identity;

/**
 * The threads of a forum, ready to be found. It needs no container and no database: open it, write threads, ask. Safe
 * for many threads; what is written lasts from the next {@link #flush} on.
 */
public final class SearchIndex implements AutoCloseable {

    /** Which fields documents have; indexes of another number are not asked. */
    public static final int MAPPING = ThreadDocument.VERSION;

    /** Words of a question beyond these are not looked for, so that a long text costs no more than a short one. */
    private static final int TERMS_MAX = 48;

    /** A question that takes longer is answered with what was found until then. */
    static final long TIME_MAX_MILLIS = 2_000;

    /** The length of vectors of an index that holds none. */
    public static final int WITHOUT_VECTORS = 0;

    private static final String VECTOR = "vector";
    private static final int RAM_BUFFER_MEGABYTES = 32;
    private static final int REFRESH_MILLIS = 1_000;
    private static final String GRAMS = "grams";
    private static final String STARTS = "starts";

    /** The kinds of terms that a question is cut into. */
    private static final List<String> TERMS_OF = List.of(Languages.GERMAN, Languages.ENGLISH, "", GRAMS, STARTS);

    /** A word that no blank follows. */
    private static final Pattern BEING_TYPED = Pattern.compile("\\p{L}{2,15}$");

    private final Analysis analysis;
    private final Vectors vectors;
    private final int dimension;
    private final CloseableSearchMapping mapping;
    private final Failures failures = new Failures();
    private final Popular popular = new Popular(Popular.THREADS, Popular.COMMON);
    private final KeptSearches kept = new KeptSearches();

    /** Whether what is written lasts from a flush on only. */
    private final boolean flushing;

    private SearchIndex(
            Map<String, Object> backend, boolean flushing, int dimension, Analysis analysis, Vectors vectors) {
        this.analysis = analysis;
        this.vectors = vectors;
        this.dimension = dimension;
        this.flushing = flushing;
        StandalonePojoMappingConfigurer fields = context -> {
            if (dimension != WITHOUT_VECTORS) {
                context.programmaticMapping()
                        .type(ThreadDocument.class)
                        .property(VECTOR)
                        .vectorField(dimension)
                        .vectorSimilarity(VectorSimilarity.COSINE);
            }
        };
        mapping = SearchMapping.builder(AnnotatedTypeSource.fromClasses(ThreadDocument.class))
                // looking for annotated classes by itself, it would read all jars of the server
                .property("hibernate.search.mapping.build_missing_discovered_jandex_indexes", false)
                .property("hibernate.search.mapping.discover_annotated_types_from_root_mapping_annotations", false)
                .property("hibernate.search.mapping.configurer", fields)
                .property("hibernate.search.background_failure_handler", failures)
                .properties(backend)
                .build();
    }

    /** As {@link #open(Path, int, Analysis, Vectors)} with the length of the vectors made now. */
    public static SearchIndex open(Path folder, Analysis analysis, Vectors vectors) {
        return open(folder, vectors.dimension(), analysis, vectors);
    }

    /**
     * Opens the index in this folder, or makes it there, with vectors of a length; those made now must be of the model
     * that it was made with, or none. A folder belongs to one process at a time.
     *
     * @throws RuntimeException when the folder cannot be read or written, is used by another process or damaged
     */
    public static SearchIndex open(Path folder, int dimension, Analysis analysis, Vectors vectors) {
        LuceneAnalysisConfigurer terms =
                context -> context.analyzer(ThreadDocument.TERMS).custom().tokenizer("whitespace");
        return new SearchIndex(
                Map.of(
                        "hibernate.search.backend.type",
                        "lucene",
                        "hibernate.search.backend.lucene_version",
                        Version.LATEST,
                        "hibernate.search.backend.directory.root",
                        folder.toString(),
                        // what is not flushed may be lost, and must not look as if it were not
                        "hibernate.search.backend.io.commit_interval",
                        Integer.MAX_VALUE,
                        // else each question would open a new segment for the little that was written since the last
                        // one
                        "hibernate.search.backend.io.refresh_interval",
                        REFRESH_MILLIS,
                        "hibernate.search.backend.io.writer.ram_buffer_size",
                        RAM_BUFFER_MEGABYTES,
                        "hibernate.search.backend.analysis.configurer",
                        terms),
                true,
                dimension,
                analysis,
                vectors);
    }

    /**
     * Opens the index of this name in OpenSearch, which must be there, or makes it; with {@link #WITHOUT_VECTORS} where
     * OpenSearch cannot hold any. Any number of processes may ask it, one at a time should write.
     *
     * @throws RuntimeException when OpenSearch does not answer or refuses
     */
    public static SearchIndex open(
            OpenSearch cluster, String name, boolean make, int dimension, Analysis analysis, Vectors vectors) {
        return new SearchIndex(cluster.backend(name, make), false, dimension, analysis, vectors);
    }

    /** Whether every file of the index in this folder can be read and is what was written; reads all of them. */
    public static boolean isSound(Path folder) {
        try (Directory directory = FSDirectory.open(folder.resolve(ThreadDocument.INDEX));
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return true;
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }

    /** Writes threads, each in place of what was known of it before; they are found at once. */
    public void write(Collection<IndexedThread> threads) {
        fill(threads);
        refresh();
    }

    /** As {@link #write}, but what is written is found after a second or {@link #refresh}: many are written faster so. */
    public void fill(Collection<IndexedThread> threads) {
        if (threads.isEmpty()) {
            return;
        }
        List<IndexedThread> all = List.copyOf(threads);
        List<float @Nullable []> made = vectors(all);
        try (SearchSession session = writing()) {
            for (int i = 0; i < all.size(); i++) {
                session.indexingPlan().addOrUpdate(ThreadDocument.of(all.get(i), analysis, made.get(i)));
            }
        }
    }

    /** The documents are written when the session is closed, and whoever closes it learns when that fails. */
    private SearchSession writing() {
        return mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(context -> {
                    // each document would be committed on its own otherwise
                    context.documentCommitStrategy(DocumentCommitStrategy.NONE);
                    context.documentRefreshStrategy(DocumentRefreshStrategy.NONE);
                    context.indexingFutureHandler(
                            writes -> writes.join().throwable().ifPresent(SearchIndex::fail));
                })
                .build();
    }

    private static void fail(Throwable failure) {
        throw new IllegalStateException("not written", failure);
    }

    private List<float @Nullable []> vectors(List<IndexedThread> threads) {
        if (!hasModel()) {
            return Collections.nCopies(threads.size(), null);
        }
        return vectors.of(threads.stream().map(Passage::of).toList());
    }

    private boolean hasModel() {
        return dimension != WITHOUT_VECTORS && !vectors.model().isEmpty() && vectors.dimension() == dimension;
    }

    /** Removes threads, which takes effect as {@link #fill} does; unknown ones do not matter. */
    public void remove(Collection<Long> ids) {
        try (SearchSession session = writing()) {
            ids.forEach(id -> session.indexingPlan().purge(ThreadDocument.class, id, null));
        }
    }

    /**
     * Makes everything written so far last, whatever happens to the process.
     *
     * @throws RuntimeException when something written since the last time may be lost: it must be written again
     */
    public void flush() {
        if (flushing) {
            mapping.scope(ThreadDocument.class).workspace().flush();
        }
        Throwable failed = failures.take();
        if (failed != null) {
            throw new IllegalStateException("what was written may be lost", failed);
        }
    }

    /** Threads that have no vector although there is a model, at most {@code limit}: it did not answer when they were written. */
    public List<Long> withoutVector(int limit) {
        if (!hasModel()) {
            return List.of();
        }
        try (SearchSession session = mapping.createSession()) {
            return session.search(ThreadDocument.class)
                    .select(f -> f.id(Long.class))
                    .where(f -> f.not(f.exists().field(VECTOR)))
                    .fetchHits(limit);
        }
    }

    /** Lets everything written so far be found. */
    public void refresh() {
        mapping.scope(ThreadDocument.class).workspace().refresh();
    }

    /** The number of threads in the index. */
    public long count() {
        try (SearchSession session = mapping.createSession()) {
            return session.search(ThreadDocument.class).where(f -> f.matchAll()).fetchTotalHitCount();
        }
    }

    /**
     * The wanted threads from {@code offset} on, at most {@code limit}; deep offsets cost as much as all before them. Words
     * that very many threads have are looked for among those that most members had, once a minute.
     */
    public Found find(Wanted wanted, int offset, int limit) {
        return kept.find(wanted, offset, limit, () -> find(wanted, offset, limit, popular));
    }

    Found find(Wanted wanted, int offset, int limit, Popular first) {
        try (SearchSession session = mapping.createSession()) {
            return new ThreadSearch(session, analysis, wanted).find(offset, limit, first);
        }
    }

    /**
     * Counts the wanted threads by what they can be narrowed to, and those asked since each of the times: all of them, or a
     * sample when very many were found, once a minute.
     */
    public Counts count(Wanted wanted, Found found, List<Instant> times) {
        return kept.count(wanted, times, () -> {
            try (SearchSession session = mapping.createSession()) {
                return new ThreadSearch(session, analysis, wanted).count(found, times);
            }
        });
    }

    /** As {@link #candidates(String, String, float[], int, Weights)} with the standard weights. */
    public List<Candidate> candidates(String text, String language, float @Nullable [] vector, int limit) {
        return candidates(text, language, vector, limit, Weights.STANDARD);
    }

    /**
     * The threads that may ask the same as a text of any length in {@code de} or {@code en}: the {@code limit} best by
     * shared words and, with a vector, the {@code limit} closest by meaning, each with both figures, in no order. At most
     * twice {@code limit}, which is 1 to 200.
     */
    public List<Candidate> candidates(
            String text, String language, float @Nullable [] vector, int limit, Weights weights) {
        Map<String, List<String>> terms = new HashMap<>();
        for (String termsOf : TERMS_OF) {
            if (factor(termsOf, language, weights) > 0) {
                terms.put(termsOf, queryTerms(terms(text, termsOf)));
            }
        }
        Map<Long, Hit> lexical = hits(f -> shared(f, terms, language, weights), limit);
        if (vector == null || !hasModel() || vector.length != dimension) {
            return lexical.values().stream()
                    .map(hit -> hit.candidate(hit.score(), Double.NaN))
                    .toList();
        }
        Map<Long, Hit> close = hits(f -> f.knn(limit).field(VECTOR).matching(vector), limit);
        Set<Long> onlyClose = without(close.keySet(), lexical.keySet());
        Set<Long> onlyLexical = without(lexical.keySet(), close.keySet());
        Map<Long, Hit> lexicalOfClose = onlyClose.isEmpty()
                ? Map.of()
                : hits(
                        f -> f.bool().must(shared(f, terms, language, weights)).filter(f.id().matchingAny(onlyClose)),
                        onlyClose.size());
        Map<Long, Hit> closenessOfLexical = onlyLexical.isEmpty()
                ? Map.of()
                : hits(
                        f -> f.knn(onlyLexical.size())
                                .field(VECTOR)
                                .matching(vector)
                                .filter(f.id().matchingAny(onlyLexical)),
                        onlyLexical.size());
        Map<Long, Candidate> candidates = new LinkedHashMap<>();
        lexical.forEach((id, hit) -> candidates.put(
                id, hit.candidate(hit.score(), cosine(close.getOrDefault(id, closenessOfLexical.get(id))))));
        close.forEach((id, hit) ->
                candidates.computeIfAbsent(id, only -> hit.candidate(score(lexicalOfClose.get(only)), cosine(hit))));
        return List.copyOf(candidates.values());
    }

    private record Hit(long id, String title, boolean solved, double score) {

        static Hit of(Object[] row) {
            return new Hit((Long) row[0], (String) row[1], (Boolean) row[2], (Float) row[3]);
        }

        Candidate candidate(double lexical, double cosine) {
            return new Candidate(id, title, solved, lexical, cosine);
        }
    }

    private static double score(@Nullable Hit hit) {
        return hit == null ? 0 : hit.score();
    }

    /** Undoes what Lucene and OpenSearch do to have no negative scores. */
    private static double cosine(@Nullable Hit hit) {
        return hit == null ? Double.NaN : 2 * hit.score() - 1;
    }

    private static Set<Long> without(Set<Long> these, Set<Long> others) {
        Set<Long> left = new HashSet<>(these);
        left.removeAll(others);
        return left;
    }

    private static String beingTyped(String text) {
        Matcher last = BEING_TYPED.matcher(text);
        return last.find() ? last.group() : "";
    }

    private List<Term> terms(String text, String termsOf) {
        return switch (termsOf) {
            case "" -> analysis.words(text);
            case GRAMS -> analysis.grams(text);
            case STARTS -> analysis.words(beingTyped(text));
            default -> analysis.queryTerms(text, termsOf);
        };
    }

    private static List<String> queryTerms(List<Term> terms) {
        return terms.stream().map(Term::text).distinct().limit(TERMS_MAX).toList();
    }

    /** Each word in each field stands for itself: so the best are found without looking at what only common words have. */
    private static PredicateFinalStep shared(
            SearchPredicateFactory f, Map<String, List<String>> terms, String language, Weights weights) {
        return f.bool()
                .with(any -> terms.forEach((termsOf, matching) -> {
                    float factor = factor(termsOf, language, weights);
                    fields(termsOf, weights).forEach((field, weight) -> {
                        if (factor * weight > 0) {
                            matching.forEach(term -> any.should(f.match()
                                    .field(field)
                                    .boost(factor * weight)
                                    .matching(term)));
                        }
                    });
                }));
    }

    private static float factor(String termsOf, String language, Weights weights) {
        return switch (termsOf) {
            case "" -> weights.words();
            case GRAMS, STARTS -> weights.grams();
            default -> termsOf.equals(language) ? 1 : weights.otherLanguage();
        };
    }

    private static Map<String, Float> fields(String termsOf, Weights weights) {
        return switch (termsOf) {
            case "" -> Map.of("titleWords", 1f);
            case GRAMS -> Map.of("titleGrams", 1f);
            case STARTS -> Map.of("titleStarts", 1f);
            default -> {
                String suffix = termsOf.equals(Languages.GERMAN) ? "De" : "En";
                yield Map.of(
                        "title" + suffix, weights.title(),
                        "body" + suffix, weights.body(),
                        "answers" + suffix, weights.answers());
            }
        };
    }

    private Map<Long, Hit> hits(Function<SearchPredicateFactory, PredicateFinalStep> question, int limit) {
        try (SearchSession session = mapping.createSession()) {
            return session
                    .search(ThreadDocument.class)
                    .select(f -> f.composite()
                            .from(
                                    f.id(Long.class),
                                    f.field("title", String.class),
                                    f.field("solved", Boolean.class),
                                    f.score())
                            .asArray(Hit::of))
                    .where(question::apply)
                    .truncateAfter(TIME_MAX_MILLIS, TimeUnit.MILLISECONDS)
                    .fetchHits(limit)
                    .stream()
                    .collect(Collectors.toMap(Hit::id, identity(), (first, second) -> first, LinkedHashMap::new));
        }
    }

    @Override
    public void close() {
        mapping.close();
    }
}
