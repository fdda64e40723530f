package hilft.forum.curation;

import hilft.forum.member.Author;
import java.time.Instant;
import java.util.List;

/**
 * A line of the log.
 *
 * @param subject the slug of the category or the tag, as it was then
 * @param details what a tag was merged into, or the fields that were changed by their names; a field that says who or where
 *     has what it says now behind a colon
 */
public record CurationEntryView(
        long id, CurationAction action, String subject, List<String> details, Author admin, Instant at) {

    public CurationEntryView {
        details = List.copyOf(details);
    }
}
