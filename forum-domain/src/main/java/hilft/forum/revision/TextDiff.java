package hilft.forum.revision;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import hilft.forum.revision.DiffPiece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static hilft.forum.revision.DiffPiece.Kind.DELETED;
import static hilft.forum.revision.DiffPiece.Kind.INSERTED;
import static hilft.forum.revision.DiffPiece.Kind.SAME;

/**
 * Compares two texts by lines and, where lines differ, by words. What differs nearly everywhere is shown as replaced, since
 * a patchwork of single words is harder to read than both texts; so is what would take long, because comparing is quadratic
 * and anybody may ask for it.
 */
public final class TextDiff {

    /** Unchanged lines shown around a change. */
    private static final int NEAR = 2;

    private static final int MOST_LINES = 2_000;
    private static final int MOST_WORDS = 1_500;
    private static final int MOST_WORDS_IN_ALL = 6_000;
    private static final double LEAST_SHARED = 0.3;
    private static final Pattern TOKEN = Pattern.compile("\\n|[^\\S\\n]+|[\\p{L}\\p{M}\\p{N}]+|.", Pattern.DOTALL);

    private final List<DiffBlock> blocks = new ArrayList<>();
    private int wordsCompared;

    private TextDiff() {}

    /** The lines of both texts in order; of equal texts none. */
    public static List<DiffBlock> of(String before, String after) {
        if (before.equals(after)) {
            return List.of();
        }
        TextDiff diff = new TextDiff();
        diff.compare(lines(before), lines(after));
        return List.copyOf(diff.blocks);
    }

    /** A text of one line, a title for example, as pieces. */
    public static List<DiffPiece> ofLine(String before, String after) {
        return new TextDiff().words(before, after);
    }

    /** Each with its end, so that an empty line is something to show. */
    private static List<String> lines(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split("\n", -1)).map(line -> line + "\n").toList();
    }

    private void compare(List<String> before, List<String> after) {
        int place = 0;
        for (Change change : changes(before, after, MOST_LINES)) {
            addSame(after.subList(place, change.target()), place == 0, false);
            blocks.add(new DiffBlock(
                    false,
                    change.inserted().size(),
                    words(String.join("", change.deleted()), String.join("", change.inserted()))));
            place = change.target() + change.inserted().size();
        }
        addSame(after.subList(place, after.size()), place == 0, true);
    }

    private record Change(int target, List<String> deleted, List<String> inserted) {}

    /** Where the lists differ; as one difference if finding out more would take too long. */
    private static List<Change> changes(List<String> before, List<String> after, int most) {
        if (before.size() + after.size() > most) {
            return List.of(new Change(0, before, after));
        }
        List<Change> changes = new ArrayList<>();
        int source = 0;
        int target = 0;
        // the algorithm tells of a change in pieces, what was inserted before what was deleted
        int deletedFrom = 0;
        int insertedFrom = 0;
        for (AbstractDelta<String> delta :
                DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            int sourceStart = delta.getSource().getPosition();
            int targetStart = delta.getTarget().getPosition();
            if (sourceStart > source && targetStart > target) {
                add(changes, before.subList(deletedFrom, source), after.subList(insertedFrom, target), insertedFrom);
                deletedFrom = sourceStart;
                insertedFrom = targetStart;
            }
            source = sourceStart + delta.getSource().size();
            target = targetStart + delta.getTarget().size();
        }
        add(changes, before.subList(deletedFrom, source), after.subList(insertedFrom, target), insertedFrom);
        return changes;
    }

    private static void add(List<Change> changes, List<String> deleted, List<String> inserted, int target) {
        if (!deleted.isEmpty() || !inserted.isEmpty()) {
            changes.add(new Change(target, deleted, inserted));
        }
    }

    private void addSame(List<String> lines, boolean first, boolean last) {
        int head = first ? 0 : Math.min(NEAR, lines.size());
        int tail = last ? lines.size() : Math.max(head, lines.size() - NEAR);
        // what is hidden behind a line of its own must be more than that
        if (tail - head <= 2) {
            addSame(lines, false);
        } else {
            addSame(lines.subList(0, head), false);
            addSame(lines.subList(head, tail), true);
            addSame(lines.subList(tail, lines.size()), false);
        }
    }

    private void addSame(List<String> lines, boolean far) {
        if (!lines.isEmpty()) {
            blocks.add(new DiffBlock(far, lines.size(), List.of(new DiffPiece(SAME, String.join("", lines)))));
        }
    }

    private List<DiffPiece> words(String before, String after) {
        List<String> old = tokens(before);
        List<String> young = tokens(after);
        int words = old.size() + young.size();
        wordsCompared += words;
        if (old.isEmpty() || young.isEmpty() || words > MOST_WORDS || wordsCompared > MOST_WORDS_IN_ALL) {
            return replaced(before, after);
        }
        Pieces pieces = new Pieces();
        int place = 0;
        int shared = 0;
        for (Change change : changes(old, young, MOST_WORDS)) {
            String same = String.join("", young.subList(place, change.target()));
            shared += same.strip().length();
            pieces.same(same);
            pieces.changed(String.join("", change.deleted()), String.join("", change.inserted()));
            place = change.target() + change.inserted().size();
        }
        String same = String.join("", young.subList(place, young.size()));
        shared += same.strip().length();
        pieces.same(same);
        return shared < LEAST_SHARED * Math.min(before.length(), after.length())
                ? replaced(before, after)
                : pieces.list();
    }

    private static List<DiffPiece> replaced(String before, String after) {
        Pieces pieces = new Pieces();
        pieces.changed(before, after);
        return pieces.list();
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    /** Joins changes between which only a blank stands, so that three new words in a row are one change. */
    private static final class Pieces {
        private final List<DiffPiece> done = new ArrayList<>();
        private final StringBuilder deleted = new StringBuilder();
        private final StringBuilder inserted = new StringBuilder();
        private String blank = "";

        void same(String text) {
            boolean open = deleted.length() > 0 || inserted.length() > 0;
            if (open && text.isBlank() && !text.contains("\n")) {
                blank += text;
            } else if (!text.isEmpty()) {
                close();
                add(SAME, text);
            }
        }

        void changed(String before, String after) {
            if (!blank.isEmpty()) {
                deleted.append(blank);
                inserted.append(blank);
                blank = "";
            }
            deleted.append(before);
            inserted.append(after);
        }

        List<DiffPiece> list() {
            close();
            return List.copyOf(done);
        }

        private void close() {
            add(DELETED, deleted.toString());
            add(INSERTED, inserted.toString());
            deleted.setLength(0);
            inserted.setLength(0);
            add(SAME, blank);
            blank = "";
        }

        private void add(Kind kind, String text) {
            if (!text.isEmpty()) {
                done.add(new DiffPiece(kind, text));
            }
        }
    }
}
