package hilft.forum.search.analysis;

import hilft.forum.text.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Turns text into the terms that are compared; safe for many threads. */
public final class Analysis {

    /** To be raised when other terms come out of the same text: indexes built with another one are built anew. */
    private static final int VERSION = 2;

    private static final int GRAM = 4;
    private static final int LONGEST_WORD = 60;

    private static final Analyzer WORDS = analyzer(Analysis::folded);
    private static final Analyzer GERMAN = analyzer(words -> new RemoveDuplicatesTokenFilter(new ASCIIFoldingFilter(
            new GermanLightStemFilter(new GermanNormalizationFilter(new CompoundFilter(words))))));
    private static final Analyzer ENGLISH =
            analyzer(words -> new PorterStemFilter(new EnglishPossessiveFilter(new ASCIIFoldingFilter(words))));
    private static final Analyzer GRAMS =
            analyzer(words -> new NGramTokenFilter(new LengthFilter(folded(words), 1, LONGEST_WORD), GRAM, GRAM, true));

    private final Supplier<Synonyms> synonyms;

    private Analysis(Supplier<Synonyms> synonyms) {
        this.synonyms = synonyms;
    }

    /** The analysis that comes with the forum. */
    public static Analysis standard() {
        return with(Synonyms.NONE);
    }

    /** As the standard, and questions also mean what these say. */
    public static Analysis with(Synonyms synonyms) {
        return new Analysis(() -> synonyms);
    }

    /** The same with synonyms that may be others for every question. */
    public static Analysis with(Supplier<Synonyms> synonyms) {
        return new Analysis(synonyms);
    }

    private static TokenStream folded(TokenStream words) {
        return new ASCIIFoldingFilter(new GermanNormalizationFilter(words));
    }

    private interface Chain {
        TokenStream after(TokenStream words);
    }

    private static Analyzer analyzer(Chain chain) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, chain.after(new LowerCaseFilter(words)));
            }
        };
    }

    /** The words themselves, lower case and folded, one term for each word: for phrases and misspelt words. */
    public List<Term> words(String text) {
        return terms(WORDS, text);
    }

    /** The terms by which a stored text is found in one language ({@code de} or {@code en}). */
    public List<Term> terms(String text, String language) {
        return terms(language.equals(Languages.GERMAN) ? GERMAN : ENGLISH, text);
    }

    /** The terms by which a question, asked in these words, is looked for in one language. */
    public List<Term> queryTerms(String text, String language) {
        List<Term> terms = new ArrayList<>(terms(text, language));
        synonyms(text, language).forEach(terms::addAll);
        return terms;
    }

    /** What else may be meant by these words: of each word or phrase its terms, which mean the same only together. */
    public List<List<Term>> synonyms(String text, String language) {
        List<List<Term>> meant = new ArrayList<>();
        for (Set<String> others : synonyms.get().in(text).values()) {
            others.forEach(other -> meant.add(wholes(terms(other, language))));
        }
        return meant;
    }

    /** Without the parts of compounds: a Funknetz means WLAN, a Netz does not. */
    private static List<Term> wholes(List<Term> terms) {
        Set<Integer> begun = new HashSet<>();
        return terms.stream().filter(term -> begun.add(term.start())).toList();
    }

    /**
     * Four letters in a row out of each word, and the shorter words: what a mistyped word, one that is being typed and
     * the parts of a compound share with the right one.
     */
    public List<Term> grams(String text) {
        return terms(GRAMS, text);
    }

    /** Tells apart analyses that make other terms of stored texts; at most 40 characters. */
    public String fingerprint() {
        return "v" + VERSION;
    }

    private static List<Term> terms(Analyzer analyzer, String text) {
        List<Term> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(new Term(term.toString(), place.startOffset(), place.endOffset()));
            }
            tokens.end();
            return terms;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
