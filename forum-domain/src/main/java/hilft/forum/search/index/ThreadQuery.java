package hilft.forum.search.index;

import hilft.forum.question.QuestionFilter.State;
import hilft.forum.search.analysis.Analysis;
import hilft.forum.search.analysis.Term;
import hilft.forum.text.Languages;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateOptionsCollector;
import org.hibernate.search.engine.search.predicate.dsl.PhrasePredicateOptionsStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/** Says in the index's words what somebody wants to find. */
final class ThreadQuery {
    private static final float TITLE = 3f;
    private static final float BODY = 1f;
    private static final float ANSWERS = 0.8f;

    /** Of a compound's parts and of what means the same. */
    private static final float PART = 0.4f;

    private static final float SYNONYM = 0.7f;
    private static final float START = 0.6f;
    private static final float MISSPELT = 0.3f;
    private static final float SMALL = 0.05f;
    private static final float NEAR = 1f;
    private static final int NEAR_WORDS_MAX = 6;
    private static final int NEAR_SLOP = 3;

    /** Shorter words are too like too many others. */
    static final int LOOSE_LENGTH = 4;

    private static final int LOOSER_LENGTH = 8;
    private static final int FIRST_LETTERS = 1;
    private static final int START_LENGTH = 2;

    private final Analysis analysis;
    private final Wanted wanted;
    private final List<String> languages;

    ThreadQuery(Analysis analysis, Wanted wanted) {
        this.analysis = analysis;
        this.wanted = wanted;
        String guessed = Languages.guess(String.join(" ", wanted.words()) + " " + String.join(" ", wanted.small()), "");
        // two words seldom tell the language, and German ones are found by their parts in German alone
        languages = guessed.equals(Languages.GERMAN)
                ? List.of(Languages.GERMAN)
                : List.of(Languages.GERMAN, Languages.ENGLISH);
    }

    PredicateFinalStep predicate(SearchPredicateFactory f) {
        return predicate(f, wanted.filter(), false);
    }

    /** The same among other threads, or among a sample of them. */
    PredicateFinalStep predicate(SearchPredicateFactory f, ThreadFilter filter, boolean sample) {
        var all = f.bool();
        addWords(f, all);
        wanted.phrases().forEach(phrase -> all.must(phrase(f, phrase, 0)));
        wanted.without().forEach(phrase -> all.mustNot(phrase(f, phrase, 0)));
        narrow(f, all, filter);
        if (sample) {
            all.filter(f.match().field("sample").matching(true));
        }
        return all;
    }

    private void addWords(SearchPredicateFactory f, BooleanPredicateOptionsCollector<?, ?> all) {
        List<String> words = wanted.words();
        if (!words.isEmpty()) {
            var several = f.bool();
            for (int i = 0; i < words.size(); i++) {
                several.should(word(f, words.get(i), i == words.size() - 1));
            }
            several.minimumShouldMatchNumber(Math.min(wanted.needed(), words.size()));
            all.must(several);
        }
        if (words.size() > 1 && words.size() <= NEAR_WORDS_MAX) {
            all.should(phrase(f, String.join(" ", words), NEAR_SLOP).boost(NEAR));
        }
        wanted.small()
                .forEach(small -> all.should(f.match()
                        .field("titleWords")
                        .boost(SMALL)
                        .matching(ThreadDocument.join(analysis.words(small)))));
    }

    private PhrasePredicateOptionsStep<?> phrase(SearchPredicateFactory f, String phrase, int slop) {
        return f.phrase()
                .field("words")
                .matching(ThreadDocument.join(analysis.words(phrase)))
                .slop(slop);
    }

    /** One word in any of its forms, anywhere. */
    private PredicateFinalStep word(SearchPredicateFactory f, String word, boolean last) {
        var forms = f.bool();
        String plain = ThreadDocument.join(analysis.words(word));
        forms.should(f.match().field("titleWords").matching(plain));
        for (String language : languages) {
            addForms(f, forms, word, language);
        }
        if (last && wanted.typing() && plain.length() >= START_LENGTH) {
            forms.should(f.match().field("titleStarts").boost(START).matching(start(plain)));
        }
        if (wanted.loose().contains(word) && plain.length() >= LOOSE_LENGTH) {
            forms.should(f.match()
                    .field("words")
                    .boost(MISSPELT)
                    .field("titleWords")
                    .boost(MISSPELT * TITLE)
                    .matching(plain)
                    .fuzzy(plain.length() < LOOSER_LENGTH ? 1 : 2, FIRST_LETTERS));
        }
        return forms;
    }

    private void addForms(
            SearchPredicateFactory f, BooleanPredicateOptionsCollector<?, ?> forms, String word, String language) {
        List<Term> terms = analysis.terms(word, language);
        if (terms.isEmpty()) {
            return;
        }
        Set<String> wholes = new LinkedHashSet<>();
        Set<String> parts = new LinkedHashSet<>();
        for (Term term : terms) {
            boolean repeated = terms.stream()
                            .filter(other -> other.start() == term.start())
                            .findFirst()
                            .orElse(term)
                    != term;
            (repeated ? parts : wholes).add(term.text());
        }
        // a word with a hyphen is several, and all of them are meant
        forms.should(anywhere(f, wholes, language, 1, wholes.size()));
        if (parts.size() > 1) {
            forms.should(anywhere(f, parts, language, PART, 2));
        }
        Set<String> synonyms = new LinkedHashSet<>();
        for (List<Term> synonym : analysis.synonyms(word, language)) {
            Set<String> meant = new LinkedHashSet<>();
            synonym.forEach(term -> meant.add(term.text()));
            if (wholes.containsAll(meant)) {
                // several words say no more than the one they stand for
                continue;
            }
            if (meant.size() == 1) {
                synonyms.addAll(meant);
            } else {
                forms.should(anywhere(f, meant, language, SYNONYM / meant.size(), meant.size()));
            }
        }
        if (!synonyms.isEmpty()) {
            forms.should(anywhere(f, synonyms, language, SYNONYM, 1));
        }
    }

    private static PredicateFinalStep anywhere(
            SearchPredicateFactory f, Iterable<String> terms, String language, float factor, int needed) {
        String suffix = language.equals(Languages.GERMAN) ? "De" : "En";
        var several = f.bool();
        for (String term : terms) {
            several.should(f.match()
                    .field("title" + suffix)
                    .boost(TITLE * factor)
                    .field("body" + suffix)
                    .boost(BODY * factor)
                    .field("answers" + suffix)
                    .boost(ANSWERS * factor)
                    .matching(term));
        }
        several.minimumShouldMatchNumber(needed);
        return several;
    }

    private static String start(String plain) {
        String last = plain.substring(plain.lastIndexOf(' ') + 1);
        return last.substring(0, Math.min(last.length(), ThreadDocument.LONGEST_START));
    }

    private static void narrow(
            SearchPredicateFactory f, BooleanPredicateOptionsCollector<?, ?> all, ThreadFilter filter) {
        if (!filter.categories().isEmpty()) {
            all.filter(f.terms().field("category").matchingAny(filter.categories()));
        }
        filter.tags().forEach(tag -> all.filter(f.match().field("tags").matching(tag)));
        filter.writers().forEach(writer -> all.filter(f.match().field("writers").matching(writer)));
        State state = filter.state();
        if (state != null) {
            switch (state) {
                case OPEN -> all.filter(f.match().field("solved").matching(false));
                case SOLVED -> all.filter(f.match().field("solved").matching(true));
                case UNANSWERED -> all.filter(f.match().field("unanswered").matching(true));
            }
        }
        if (filter.official()) {
            all.filter(f.match().field("official").matching(true));
        }
        if (filter.from() != null) {
            all.filter(f.range().field("askedAt").atLeast(filter.from()));
        }
        if (filter.until() != null) {
            all.filter(f.range().field("askedAt").lessThan(filter.until()));
        }
    }
}
