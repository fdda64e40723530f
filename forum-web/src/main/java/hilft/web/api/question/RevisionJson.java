package hilft.web.api.question;

import hilft.forum.revision.RevisionView;
import hilft.web.api.member.AuthorJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a post said at one time; title, category and tags are null for an answer's. */
public record RevisionJson(
        int number,
        AuthorJson editor,
        Instant madeAt,
        String reason,
        String language,
        @Nullable String title,
        @Nullable String category,
        @Nullable List<String> tags,
        String body) {

    static RevisionJson of(RevisionView view, AuthorJson editor, @Nullable String category) {
        boolean ofQuestion = view.text().title() != null;
        return new RevisionJson(
                view.number(),
                editor,
                view.madeAt(),
                view.reason(),
                view.text().language(),
                view.text().title(),
                category,
                ofQuestion ? view.text().tags() : null,
                view.text().body());
    }
}
