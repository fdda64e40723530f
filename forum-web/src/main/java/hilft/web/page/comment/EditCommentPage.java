package hilft.web.page.comment;

import hilft.forum.comment.CommentProblem;
import hilft.forum.comment.CommentQueries;
import hilft.forum.comment.CommentView;
import hilft.forum.comment.Comments;
import hilft.forum.draft.DraftPlace;
import hilft.forum.draft.DraftText;
import hilft.forum.draft.DraftView;
import hilft.forum.question.PostId;
import hilft.forum.text.Input;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Ids;
import hilft.web.page.Typed;
import hilft.web.page.Visitor;
import hilft.web.page.draft.OpenDraft;
import hilft.web.page.question.Comparison;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changing or taking back one's own comment. */
@Named
@RequestScoped
public class EditCommentPage {

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    CommentQueries queries;

    @Inject
    Comments comments;

    @Inject
    OpenDraft draft;

    @Inject
    Typed form;

    @Inject
    Words words;

    private @Nullable CommentView current;
    private @Nullable Comparison conflict;
    private String body = "";
    private long version;

    @PostConstruct
    void read() {
        CommentView comment = find();
        // Somebody whose login has expired keeps the form and the text; the use case refuses what may not be.
        boolean sent = request.getMethod().equals("POST");
        if (!sent && !visitor.viewer().isMember()) visitor.viewer().id();
        if (!sent && !comment.mayEdit()) throw new CommentProblem(CommentProblem.Reason.NOT_AUTHOR);
        current = comment;
        version = comment.version();
        body = comment.body();
        draft.askedOr(DraftPlace.changeOf(PostId.comment(comment.id()))).ifPresent(this::goOnWith);
    }

    private void goOnWith(DraftView found) {
        body = found.text().body();
        version = Objects.requireNonNullElse(found.text().base(), version);
    }

    private CommentView find() {
        return queries.find(Ids.of(Routes.parameter(request, "id")), visitor.viewer())
                .orElseThrow(() -> new CommentProblem(CommentProblem.Reason.UNKNOWN));
    }

    public @Nullable CommentView getCurrent() {
        return current;
    }

    public @Nullable Comparison getConflict() {
        return conflict;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public void save() {
        long id = Ids.of(Routes.parameter(request, "id"));
        form.send(() -> {
            comments.edit(id, body, version, visitor.viewer());
            draft.discard();
            Flash.say(request, words.of("question.edit.saved"), draft.getName());
            return "/comments/" + id;
        });
        if (form.isStale()) {
            CommentView now = find();
            current = now;
            version = now.version();
            conflict = Comparison.of(now.body(), Input.text(body));
        }
    }

    /** The place of its draft; asked of the page, which has read it by then. */
    public String getDraft() {
        return draft.getName();
    }

    public void saveDraft() {
        form.send(() -> {
            String address = draft.save(DraftText.change(body, "", version));
            Flash.say(request, words.of("draft.saved"));
            return address;
        });
    }
}
