package hilft.forum.question;

import java.util.Locale;

/** What can be voted, flagged and hidden. */
public enum PostType {
    QUESTION,
    ANSWER;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
