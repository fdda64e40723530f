package hilft.forum.search.analysis;

import de.danielnaber.jwordsplitter.AbstractWordSplitter;
import de.danielnaber.jwordsplitter.GermanWordSplitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource.State;
import org.jspecify.annotations.Nullable;

/**
 * Adds the parts of German compounds beside the whole word, of every way to split it: the one right way alone finds
 * fewer threads, as the quality tests showed.
 */
final class CompoundFilter extends TokenFilter {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 60;
    private static final int SHORTEST_PART = 3;

    /** Read once, 2 MB; asks its dictionary only, so that many threads may share it. */
    private static final AbstractWordSplitter SPLITTER = splitter();

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final Deque<String> parts = new ArrayDeque<>();
    private @Nullable State whole;

    CompoundFilter(TokenStream input) {
        super(input);
    }

    private static AbstractWordSplitter splitter() {
        try {
            GermanWordSplitter splitter = new GermanWordSplitter(true);
            splitter.setStrictMode(true);
            return splitter;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean incrementToken() throws IOException {
        String part = parts.poll();
        if (part != null) {
            restoreState(whole);
            term.setEmpty().append(part);
            position.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (term.length() >= SHORTEST && term.length() <= LONGEST) {
            addParts(term.toString());
        }
        return true;
    }

    private void addParts(String word) {
        Set<String> found = new LinkedHashSet<>();
        for (List<String> split : SPLITTER.getAllSplits(word)) {
            split.forEach(part -> found.add(part.toLowerCase(Locale.ROOT)));
        }
        found.removeIf(part -> part.length() < SHORTEST_PART || part.equals(word));
        if (!found.isEmpty()) {
            parts.addAll(found);
            whole = captureState();
        }
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        parts.clear();
        whole = null;
    }
}
