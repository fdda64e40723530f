package hilft.forum.draft;

import java.util.regex.Pattern;

/**
 * Which window writes, and what it has seen of its draft.
 *
 * @param writer any text of at most 40 letters, digits and hyphens that no other window has; empty for a browser without script
 * @param id the draft it goes on with, 0 for none
 */
public record DraftSeen(String writer, long id, long version) {

    private static final Pattern WRITER = Pattern.compile("[A-Za-z0-9-]{0,40}");

    /** A writer that has seen no draft, and has no name. */
    public static final DraftSeen NOTHING = new DraftSeen("", 0, 0);

    /** What is no name of a window names none. */
    public DraftSeen {
        if (!WRITER.matcher(writer).matches()) {
            writer = "";
        }
    }
}
