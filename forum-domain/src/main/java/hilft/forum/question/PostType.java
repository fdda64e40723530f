package hilft.forum.question;

import java.util.Locale;

/** What can be flagged and hidden; all but a comment can be voted, edited by others and commented. */
public enum PostType {
    QUESTION,
    ANSWER,
    COMMENT;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
