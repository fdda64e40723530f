package hilft.forum.search.index;

import hilft.forum.search.analysis.Analysis;
import hilft.forum.search.analysis.Term;
import hilft.forum.text.Languages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;
import org.jspecify.annotations.Nullable;

/** A thread as the index holds it: terms of its texts in both languages, and what it is filtered and counted by. */
@SearchEntity
@Indexed(index = ThreadDocument.INDEX)
final class ThreadDocument {

    /** To be raised with every change of the fields, so that indexes of the release before are built anew. */
    static final int VERSION = 2;

    static final String INDEX = "thread";
    static final String TERMS = "terms";
    private static final int BODY_MAX = 20_000;
    private static final int ANSWERS_MAX = 20_000;
    private static final int SHORTEST_START = 2;
    static final int LONGEST_START = 15;

    /** No word, so that no phrase reaches from one text into the next. */
    private static final String END = " \u2402 ";

    @DocumentId
    final long id;

    /** Read back with each candidate, so that titles can be compared without the database; never shown. */
    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    final String title;

    @FullTextField(analyzer = TERMS)
    final String titleDe;

    @FullTextField(analyzer = TERMS)
    final String titleEn;

    @FullTextField(analyzer = TERMS)
    final String bodyDe;

    @FullTextField(analyzer = TERMS)
    final String bodyEn;

    @FullTextField(analyzer = TERMS)
    final String answersDe;

    @FullTextField(analyzer = TERMS)
    final String answersEn;

    @FullTextField(analyzer = TERMS)
    final String titleWords;

    @FullTextField(analyzer = TERMS)
    final String titleGrams;

    @FullTextField(analyzer = TERMS)
    final String titleStarts;

    @FullTextField(analyzer = TERMS)
    final String words;

    @GenericField(aggregable = Aggregable.YES)
    final long category;

    @KeywordField(aggregable = Aggregable.YES)
    final List<String> tags;

    @GenericField(aggregable = Aggregable.YES)
    final List<Long> writers;

    @KeywordField
    final String language;

    @GenericField(aggregable = Aggregable.YES, projectable = Projectable.YES)
    final boolean solved;

    @GenericField(aggregable = Aggregable.YES)
    final boolean unanswered;

    @GenericField(aggregable = Aggregable.YES)
    final boolean official;

    @GenericField
    final boolean sample;

    @GenericField(sortable = Sortable.YES, aggregable = Aggregable.YES)
    final Instant askedAt;

    @GenericField(sortable = Sortable.YES)
    final Instant lastActivityAt;

    @GenericField(sortable = Sortable.YES)
    final int meTooCount;

    /** Mapped by {@link SearchIndex}, which knows its length. */
    final float @Nullable [] vector;

    private ThreadDocument(IndexedThread thread, Analysis analysis, float @Nullable [] vector) {
        String body = shorten(thread.body(), BODY_MAX);
        String answers = shorten(String.join("\n\n", thread.answers()), ANSWERS_MAX);
        id = thread.id();
        title = thread.title();
        titleDe = join(analysis.terms(title, Languages.GERMAN));
        titleEn = join(analysis.terms(title, Languages.ENGLISH));
        bodyDe = join(analysis.terms(body, Languages.GERMAN));
        bodyEn = join(analysis.terms(body, Languages.ENGLISH));
        answersDe = join(analysis.terms(answers, Languages.GERMAN));
        answersEn = join(analysis.terms(answers, Languages.ENGLISH));
        titleWords = join(analysis.words(title));
        titleGrams = join(analysis.grams(title));
        titleStarts = starts(analysis.words(title));
        words = words(analysis, thread, body);
        category = thread.categoryId();
        tags = List.copyOf(thread.tags());
        writers = List.copyOf(thread.writers());
        language = thread.language();
        solved = thread.solved();
        unanswered = thread.answerCount() == 0;
        official = thread.official();
        sample = id % Counts.SAMPLE == 0;
        askedAt = thread.askedAt();
        lastActivityAt = thread.lastActivityAt();
        meTooCount = thread.meTooCount();
        this.vector = vector;
    }

    static ThreadDocument of(IndexedThread thread, Analysis analysis, float @Nullable [] vector) {
        return new ThreadDocument(thread, analysis, vector);
    }

    static String join(List<Term> terms) {
        return terms.stream().map(Term::text).collect(Collectors.joining(" "));
    }

    /** The beginnings of each word, for what is found while it is typed. */
    private static String starts(List<Term> terms) {
        Set<String> starts = new LinkedHashSet<>();
        for (Term term : terms) {
            String word = term.text();
            for (int end = SHORTEST_START; end <= Math.min(word.length(), LONGEST_START); end++) {
                starts.add(word.substring(0, end));
            }
        }
        return String.join(" ", starts);
    }

    private static String words(Analysis analysis, IndexedThread thread, String body) {
        List<String> texts = new ArrayList<>();
        texts.add(join(analysis.words(thread.title())));
        texts.add(join(analysis.words(body)));
        int left = ANSWERS_MAX;
        for (String answer : thread.answers()) {
            texts.add(join(analysis.words(shorten(answer, left))));
            left = Math.max(0, left - answer.length());
        }
        return String.join(END, texts);
    }

    private static String shorten(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max);
    }
}
