package hilft.forum.search.analysis;

import hilft.forum.text.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Turns text into the terms that are compared; safe for many threads. */
public final class Analysis {

    /** To be raised when other terms come out of the same text: indexes built with another one are built anew. */
    private static final int VERSION = 1;

    private final Analyzer words;
    private final Analyzer german;
    private final Analyzer english;

    private Analysis(Analyzer words, Analyzer german, Analyzer english) {
        this.words = words;
        this.german = german;
        this.english = english;
    }

    /** The analysis that comes with the forum. */
    public static Analysis standard() {
        try {
            return new Analysis(
                    chain("germanNormalization", "asciiFolding"),
                    chain("germanNormalization", "germanLightStem", "asciiFolding"),
                    chain("asciiFolding", "englishPossessive", "kStem"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Analyzer chain(String... filters) throws IOException {
        CustomAnalyzer.Builder chain =
                CustomAnalyzer.builder().withTokenizer("standard").addTokenFilter("lowercase");
        for (String filter : filters) {
            chain.addTokenFilter(filter);
        }
        return chain.build();
    }

    /** The words themselves, lower case and folded, one term for each word: for phrases and misspelt words. */
    public List<Term> words(String text) {
        return terms(words, text);
    }

    /** The terms by which a stored text is found in one language ({@code de} or {@code en}). */
    public List<Term> terms(String text, String language) {
        return terms(language.equals(Languages.GERMAN) ? german : english, text);
    }

    /** The terms by which a question, asked in these words, is looked for in one language. */
    public List<Term> queryTerms(String text, String language) {
        return terms(text, language);
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
