package hilft.forum.search;

import hilft.forum.search.analysis.Analysis;
import hilft.forum.search.analysis.Term;
import hilft.forum.text.Languages;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds in a text the words that were looked for, in whatever form they stand there. It looks at the database's text with
 * the rules of the index, so that a reader sees why a thread was found. Made for one search; not for many threads.
 */
final class WordMarker {

    /** Of a text, more is neither marked nor searched for an excerpt. */
    private static final int TOKENS_MAX = 3_000;

    /** Before the first marked word stands a little of what leads to it. */
    private static final int BEFORE = 40;

    private static final int SENTENCE_REACH = 60;
    private static final int ALIKE = 3;
    private static final int PART_LENGTH = 4;
    private static final int LOOSE_LENGTH = 4;
    private static final int LOOSER_LENGTH = 8;

    private static final String BLANKS = " \t\n\u000B\f\r";
    private static final Pattern SEVERAL_BLANKS = Pattern.compile("[" + BLANKS + "]+");

    private static final List<String> LANGUAGES = List.of(Languages.GERMAN, Languages.ENGLISH);

    private final Analysis analysis;
    private final List<String> words;
    private final int begun;
    private final List<String> plains = new ArrayList<>();
    private final List<Set<String>> forms = new ArrayList<>();
    private final List<Set<String>> parts = new ArrayList<>();
    private final Set<String> heads = new HashSet<>();
    private final Map<String, Meaning> known = new HashMap<>();

    /** A text is asked about several times, and to cut it into words takes the longest. */
    private final Map<String, List<Mark>> marked = new HashMap<>();

    /** Which words a word of a text stands for, and whether it is marked: a part of a compound is, but stands for nothing. */
    private record Meaning(BitSet words, boolean marked) {}

    /** A word of the text: where it stands and which of the words looked for it is. */
    private record Mark(int start, int end, BitSet words) {}

    /** The last of the words may be the beginning of one; what stands in phrases is marked, but has no number. */
    WordMarker(Analysis analysis, List<String> words, List<String> phrases) {
        this.analysis = analysis;
        this.begun = words.size() - 1;
        this.words = new ArrayList<>(words);
        phrases.forEach(phrase -> this.words.addAll(List.of(phrase.split(" "))));
        for (String word : this.words) {
            List<Term> plain = analysis.words(word);
            Set<String> whole = new HashSet<>();
            Set<String> all = new HashSet<>();
            plain.forEach(term -> whole.add(term.text()));
            for (String language : LANGUAGES) {
                List<Term> own = analysis.terms(word, language);
                own.forEach(term -> all.add(term.text()));
                Set<Integer> begun = new HashSet<>();
                own.stream().filter(term -> begun.add(term.start())).forEach(term -> whole.add(term.text()));
                // what means the same stands for the word as a whole
                analysis.queryTerms(word, language).stream()
                        .map(Term::text)
                        .filter(text -> !all.contains(text))
                        .forEach(whole::add);
            }
            all.addAll(whole);
            plains.add(plain.stream().map(Term::text).collect(Collectors.joining(" ")));
            forms.add(whole);
            parts.add(all.stream().filter(form -> form.length() >= PART_LENGTH).collect(Collectors.toSet()));
            all.forEach(form -> heads.add(head(form)));
        }
    }

    private static String head(String word) {
        return word.substring(0, Math.min(ALIKE, word.length()));
    }

    /** Which of the words looked for stand in the text, by their numbers. */
    BitSet matched(String text) {
        BitSet all = new BitSet();
        marks(text).forEach(mark -> all.or(mark.words()));
        return all;
    }

    /** The whole text, in pieces. */
    List<Piece> mark(String text) {
        String line = line(text);
        return pieces(line, 0, line.length(), marksOnLine(text));
    }

    /** About so many characters of the text, where most of the words looked for stand; its beginning where none does. */
    List<Piece> excerpt(String text, int length) {
        String line = line(text);
        List<Mark> marks = marksOnLine(text);
        if (line.length() <= length) {
            return pieces(line, 0, line.length(), marks);
        }
        int start = start(line, marks, length);
        int end = end(line, Math.min(line.length(), start + length));
        List<Piece> pieces = new ArrayList<>(pieces(line, start, end, marks));
        if (start > 0) {
            pieces.add(0, new Piece("… ", false));
        }
        if (end < line.length()) {
            pieces.add(new Piece(" …", false));
        }
        return pieces;
    }

    private static String line(String text) {
        return SEVERAL_BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private List<Mark> marks(String text) {
        List<Mark> marks = marked.get(text);
        if (marks == null) {
            marks = read(text);
            marked.put(text, marks);
        }
        return marks;
    }

    private List<Mark> read(String text) {
        List<Mark> marks = new ArrayList<>();
        List<Term> tokens = analysis.words(text);
        for (Term token : tokens.subList(0, Math.min(tokens.size(), TOKENS_MAX))) {
            Meaning found = known.computeIfAbsent(token.text(), this::find);
            if (found.marked()) {
                marks.add(new Mark(token.start(), token.end(), found.words()));
            }
        }
        return marks;
    }

    /** Where the marks of the text stand when it is on one line; no word has a blank in it. */
    private List<Mark> marksOnLine(String text) {
        List<Mark> marks = new ArrayList<>();
        int left = text.length() - text.stripLeading().length();
        int at = left;
        boolean afterBlank = false;
        for (Mark mark : marks(text)) {
            for (; at < mark.start(); at++) {
                boolean blank = BLANKS.indexOf(text.charAt(at)) >= 0;
                left += blank && afterBlank ? 1 : 0;
                afterBlank = blank;
            }
            marks.add(new Mark(mark.start() - left, mark.end() - left, mark.words()));
        }
        return marks;
    }

    /** Which words looked for this one is a form of, or a compound with. */
    private Meaning find(String token) {
        BitSet found = new BitSet();
        if (!mayMatch(token)) {
            return new Meaning(found, false);
        }
        Set<String> wholes = new HashSet<>(Set.of(token));
        Set<String> all = new HashSet<>(wholes);
        for (String language : LANGUAGES) {
            List<Term> terms = analysis.terms(token, language);
            terms.forEach(term -> all.add(term.text()));
            terms.stream().findFirst().ifPresent(whole -> wholes.add(whole.text()));
        }
        boolean part = false;
        for (int i = 0; i < words.size(); i++) {
            if (isBegun(i, token) || forms.get(i).stream().anyMatch(all::contains)) {
                found.set(i);
            }
            part |= parts.get(i).stream().anyMatch(wholes::contains);
        }
        return new Meaning(found, part || !found.isEmpty());
    }

    private boolean isBegun(int word, String token) {
        return word == begun && plains.get(word).length() > 1 && token.startsWith(plains.get(word));
    }

    /** Cheap, since most words of a text are not looked for. */
    private boolean mayMatch(String token) {
        for (String head : heads) {
            if (token.startsWith(head)) {
                return true;
            }
        }
        for (Set<String> partsOfWord : parts) {
            for (String part : partsOfWord) {
                if (token.contains(part)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The words of the text that are so like this one that they are probably meant, by how they are written there, with
     * how often.
     */
    Map<String, Integer> alike(int word, String text) {
        Map<String, Integer> alike = new HashMap<>();
        String plain = plains.get(word);
        if (plain.length() < LOOSE_LENGTH || plain.contains(" ")) {
            return alike;
        }
        for (Term token : analysis.words(text)) {
            if (isAlike(plain, token.text())) {
                alike.merge(text.substring(token.start(), token.end()), 1, Integer::sum);
            }
        }
        return alike;
    }

    private static boolean isAlike(String word, String other) {
        int most = word.length() < LOOSER_LENGTH ? 1 : 2;
        return word.charAt(0) == other.charAt(0)
                && Math.abs(word.length() - other.length()) <= most
                && distance(word, other) <= most;
    }

    /** Letters to be changed, added, left out or swapped with their neighbour. */
    static int distance(String one, String other) {
        int[][] distance = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    distance[i][j] = i + j;
                    continue;
                }
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                distance[i][j] =
                        Math.min(Math.min(distance[i - 1][j], distance[i][j - 1]) + 1, distance[i - 1][j - 1] + same);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    distance[i][j] = Math.min(distance[i][j], distance[i - 2][j - 2] + 1);
                }
            }
        }
        return distance[one.length()][other.length()];
    }

    /** Where the window begins that holds most different words, then most words. */
    private static int start(String line, List<Mark> marks, int length) {
        int best = 0;
        int bestWorth = 0;
        for (int i = 0; i < marks.size(); i++) {
            BitSet different = new BitSet();
            int count = 0;
            for (int j = i;
                    j < marks.size() && marks.get(j).end() <= marks.get(i).start() + length - BEFORE;
                    j++) {
                different.or(marks.get(j).words());
                count++;
            }
            int worth = different.cardinality() * 100 + Math.min(count, 99);
            if (worth > bestWorth) {
                bestWorth = worth;
                best = marks.get(i).start();
            }
        }
        return wordStart(line, Math.min(best, Math.max(0, line.length() - length / 2)));
    }

    /** The beginning of the sentence if it is near, else of a word a little before. */
    private static int wordStart(String line, int place) {
        int earliest = Math.max(0, place - SENTENCE_REACH);
        for (int i = place; i > earliest; i--) {
            if (i >= 2 && line.charAt(i - 1) == ' ' && ".!?:".indexOf(line.charAt(i - 2)) >= 0) {
                return i;
            }
        }
        if (earliest == 0) {
            return 0;
        }
        int blank = line.indexOf(' ', Math.max(0, place - BEFORE));
        return blank < 0 || blank >= place ? place : blank + 1;
    }

    private static int end(String line, int place) {
        if (place >= line.length()) {
            return line.length();
        }
        int blank = line.lastIndexOf(' ', place);
        return blank < place - BEFORE ? place : blank;
    }

    private static List<Piece> pieces(String line, int start, int end, List<Mark> marks) {
        List<Piece> pieces = new ArrayList<>();
        int at = start;
        for (Mark mark : marks) {
            if (mark.start() >= at && mark.end() <= end) {
                if (mark.start() > at) {
                    pieces.add(new Piece(line.substring(at, mark.start()), false));
                }
                pieces.add(new Piece(line.substring(mark.start(), mark.end()), true));
                at = mark.end();
            }
        }
        if (at < end) {
            pieces.add(new Piece(line.substring(at, end), false));
        }
        return pieces;
    }

    /** Marks what is like a word looked for too. */
    void alsoMark(String token, int word) {
        marked.clear();
        for (Term term : analysis.words(token)) {
            BitSet words = known.computeIfAbsent(term.text(), this::find).words();
            words.set(word);
            known.put(term.text(), new Meaning(words, true));
        }
    }
}
