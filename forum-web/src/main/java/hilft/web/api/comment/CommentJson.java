package hilft.web.api.comment;

import hilft.forum.comment.CommentView;
import hilft.web.api.http.Versioned;
import hilft.web.api.member.AuthorJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A comment with what the caller may do. */
public record CommentJson(
        long id,
        Post post,
        long questionId,
        String url,
        String language,
        String body,
        String bodyHtml,
        AuthorJson author,
        Instant writtenAt,
        @Nullable Instant editedAt,
        boolean hidden,
        long version,
        You you)
        implements Versioned {

    /** What is commented. */
    public record Post(String type, long id) {}

    /** The caller and this comment; of nobody false. */
    public record You(boolean mayEdit) {}

    static CommentJson of(CommentView view, AuthorJson author) {
        return new CommentJson(
                view.id(),
                new Post(view.post().type().label(), view.post().id()),
                view.questionId(),
                "/comments/" + view.id(),
                view.language(),
                view.body(),
                view.bodyHtml(),
                author,
                view.writtenAt(),
                view.editedAt(),
                view.hidden(),
                view.version(),
                new You(view.mayEdit()));
    }

    @Override
    public String editVersion() {
        return String.valueOf(version);
    }
}
