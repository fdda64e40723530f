package hilft.web.page;

import hilft.forum.question.PostId;
import hilft.forum.question.PostType;
import hilft.forum.question.UndoTime;
import hilft.web.faces.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;

/** What the page of a post says after its form was sent: it is published, or was before and is not there twice. */
@ApplicationScoped
public class Published {
    @Inject
    HttpServletRequest request;

    @Inject
    UndoTime undo;

    @Inject
    Words words;

    /** @param at when it was published, empty if nobody may see it any more */
    public void say(PostId post, Optional<Instant> at, String draft) {
        String key = key(post.type());
        if (at.filter(undo::isOpen).isPresent()) {
            String takeBack = "/forms/undo/%s/%d".formatted(post.type().label(), post.id());
            Flash.offer(request, words.of(key), draft, takeBack);
        } else {
            Flash.say(request, words.of(key + "Before"), draft);
        }
    }

    private static String key(PostType type) {
        return switch (type) {
            case QUESTION -> "question.ask.published";
            case ANSWER -> "question.answer.published";
            case COMMENT -> "comment.published";
        };
    }
}
