package hilft.forum.draft;

import hilft.forum.text.Input;
import org.jspecify.annotations.Nullable;

/**
 * What has been typed so far; a field that the form does not have is empty.
 *
 * @param tags as typed, not yet taken apart
 * @param base the version of the post that is being changed, as its author saw it; null for what is new
 */
public record DraftText(
        String title,
        String category,
        String tags,
        String reason,
        String body,
        @Nullable Long base) {

    public static DraftText body(String body) {
        return new DraftText("", "", "", "", body, null);
    }

    public static DraftText change(String body, String reason, long base) {
        return new DraftText("", "", "", reason, body, base);
    }

    /** As it is stored. */
    DraftText clean() {
        return new DraftText(
                Input.line(title), Input.line(category), Input.line(tags), Input.line(reason), Input.text(body), base);
    }

    /** Whether there is nothing in it that its author would miss. */
    public boolean isEmpty() {
        return title.isBlank() && tags.isBlank() && reason.isBlank() && body.isBlank();
    }
}
