package hilft.web.page.question;

import hilft.forum.channel.LinkOutQueries;
import hilft.forum.channel.LinkOutView;
import hilft.forum.comment.CommentLine;
import hilft.forum.comment.CommentQueries;
import hilft.forum.draft.DraftPlace;
import hilft.forum.draft.DraftText;
import hilft.forum.idempotency.IdempotentRequests;
import hilft.forum.member.Author;
import hilft.forum.member.Viewer;
import hilft.forum.notification.Notifications;
import hilft.forum.question.AnswerView;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.QuestionView;
import hilft.forum.question.Questions;
import hilft.forum.question.Thread;
import hilft.forum.question.ThreadLines;
import hilft.forum.question.ViewCounts;
import hilft.forum.text.Markdown;
import hilft.web.cache.SharedThreads;
import hilft.web.faces.Gone;
import hilft.web.faces.Moved;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.found.Head;
import hilft.web.found.StructuredThread;
import hilft.web.page.Flash;
import hilft.web.page.Ids;
import hilft.web.page.Once;
import hilft.web.page.Points;
import hilft.web.page.Shell;
import hilft.web.page.Typed;
import hilft.web.page.Visitor;
import hilft.web.page.WholePage;
import hilft.web.page.comment.ShownComments;
import hilft.web.page.draft.OpenDraft;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** A thread: the question, its solution, its answers, and the form for one more. */
@Named
@RequestScoped
public class QuestionPage implements WholePage {
    static final int ANSWERS = 30;

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    QuestionQueries queries;

    @Inject
    CommentQueries commentQueries;

    @Inject
    SharedThreads shared;

    @Inject
    Questions questions;

    @Inject
    IdempotentRequests requests;

    @Inject
    Points members;

    @Inject
    LinkOutQueries channels;

    @Inject
    Notifications notifications;

    @Inject
    ViewCounts viewCounts;

    @Inject
    Shell shell;

    @Inject
    OpenDraft draft;

    @Inject
    Typed form;

    @Inject
    Words words;

    @Inject
    Markdown markdown;

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    private @Nullable Thread thread;
    private @Nullable String after;
    private Map<Long, Long> points = Map.of();
    private List<CommentLine> comments = List.of();
    private Map<Long, List<LinkOutView>> linkOuts = Map.of();
    private @Nullable ShownThread shown;
    private @Nullable ShownQuestion asked;
    private List<ShownAnswer> solution = List.of();
    private List<ShownAnswer> answers = List.of();
    private String body = "";
    private String once = "";

    @PostConstruct
    void read() {
        after = Routes.parameter(request, "after");
        Viewer viewer = visitor.viewer();
        String id = Routes.parameter(request, "id");
        if (viewer.isModerator()) readAll(Ids.of(id), viewer);
        else readShared(Ids.of(id), viewer);
        if (thread == null) throw absent(id);
        if (viewer.isMember()) {
            once = Once.key();
        }
        draft.asked(DraftPlace.answerTo(thread.question().id()))
                .ifPresent(found -> body = found.text().body());
        leadToCanonical();
        show(viewer);
        if ("GET".equals(request.getMethod())) {
            viewCounts.count(thread.question().id());
        }
        if (shell.getUnread() > 0) {
            notifications.readQuestion(thread.question().id(), viewer.id());
            shell.countAgain();
        }
    }

    /** Moderators see what is hidden, too. */
    private void readAll(long id, Viewer viewer) {
        thread = queries.thread(id, viewer, after, ANSWERS).orElse(null);
        if (thread != null) {
            points = members.of(Stream.concat(
                            Stream.of(thread.question().item().author()),
                            thread.answers().items().stream().map(AnswerView::author))
                    .map(Author::id)
                    .toList());
            comments = commentQueries.few(id, posts(thread), viewer, ShownComments.FEW);
        }
    }

    private static List<PostId> posts(Thread thread) {
        return Stream.concat(
                        Stream.of(PostId.question(thread.question().id())),
                        thread.answers().items().stream().map(answer -> PostId.answer(answer.id())))
                .toList();
    }

    private void readShared(long id, Viewer viewer) {
        shared.find(
                        id,
                        after,
                        () -> queries.lines(id, after, ANSWERS)
                                .map(lines ->
                                        new SharedThread(lines, members.only(lines.authorIds()), comments(lines))),
                        SharedThread::length)
                .ifPresent(found -> {
                    thread = queries.thread(found.lines(), viewer);
                    points = found.points();
                    comments = found.comments();
                });
    }

    private List<CommentLine> comments(ThreadLines lines) {
        return lines.commented().isEmpty()
                ? List.of()
                : commentQueries.few(lines.id(), lines.commented(), Viewer.ANONYMOUS, ShownComments.FEW);
    }

    /** What is the same for all who may not see what is hidden. */
    private record SharedThread(ThreadLines lines, Map<Long, Long> points, List<CommentLine> comments) {
        int length() {
            return lines.length()
                    + comments.stream()
                            .mapToInt(comment ->
                                    comment.body().length() + comment.bodyHtml().length())
                            .sum();
        }
    }

    private RuntimeException absent(@Nullable String id) {
        return queries.isGone(PostId.question(Ids.of(id)))
                ? new Gone()
                : new QuestionProblem(QuestionProblem.Reason.UNKNOWN);
    }

    /** An address without the title, or with an earlier one, leads to the present one. */
    private void leadToCanonical() {
        String slug = Routes.parameter(request, "slug");
        String url = question().item().url();
        if ("GET".equals(request.getMethod()) && !url.endsWith("/" + slug)) {
            throw new Moved(
                    after == null
                            ? url
                            : UriBuilder.fromPath(url)
                                    .queryParam("after", "{after}")
                                    .build(after)
                                    .toString());
        }
    }

    private void show(Viewer viewer) {
        Reader reader = new Reader(viewer.memberId(), viewer.isOfficial());
        if (reader.mayLinkOut()) linkOuts = channels.ofAnswers(officialAnswers());
        solution = shown(true, reader, viewer);
        answers = shown(false, reader, viewer);
        shown = ShownThread.of(question(), isFirstPage(), answers.size());
        asked = ShownQuestion.of(
                question(),
                points(question().item().author()),
                isFlagged(),
                comments(PostId.question(question().id()), question().commentCount(), viewer),
                reader);
    }

    private List<Long> officialAnswers() {
        return thread().answers().items().stream()
                .filter(AnswerView::official)
                .map(AnswerView::id)
                .toList();
    }

    private Thread thread() {
        if (thread == null) throw new QuestionProblem(QuestionProblem.Reason.UNKNOWN);
        return thread;
    }

    private QuestionView question() {
        return thread().question();
    }

    @Override
    public ShownPage shown() {
        return new ShownPage(getThread(), getAsked(), solution, answers, getNextUrl());
    }

    @Override
    public String once() {
        return once;
    }

    public ShownThread getThread() {
        return Objects.requireNonNull(shown);
    }

    /** The question's own post. */
    public ShownQuestion getAsked() {
        return Objects.requireNonNull(asked);
    }

    /** The accepted answer as a list of one or none. */
    public List<ShownAnswer> getSolution() {
        return solution;
    }

    public List<ShownAnswer> getAnswers() {
        return answers;
    }

    private ShownComments comments(PostId post, int total, Viewer viewer) {
        return ShownComments.few(post, comments, total, question(), viewer);
    }

    private List<ShownAnswer> shown(boolean accepted, Reader reader, Viewer viewer) {
        return thread().answers().items().stream()
                .filter(answer -> answer.accepted() == accepted)
                .map(answer -> ShownAnswer.of(
                        answer,
                        question(),
                        points(answer.author()),
                        linkOuts.getOrDefault(answer.id(), List.of()),
                        comments(PostId.answer(answer.id()), answer.commentCount(), viewer),
                        reader))
                .toList();
    }

    private long points(Author author) {
        return points.getOrDefault(author.id(), 0L);
    }

    private boolean isFirstPage() {
        return after == null;
    }

    public String getNextUrl() {
        String next = thread().answers().next();
        return next == null
                ? ""
                : UriBuilder.fromPath(question().item().url())
                        .queryParam("after", next)
                        .build()
                        .toString();
    }

    public String getCanonicalPath() {
        String url = question().item().url();
        String cursor = Head.cursor(after);
        return cursor == null ? url : url + "?after=" + cursor;
    }

    /** Whether search engines may keep this page: it shows a text, and its address stays when votes are cast. */
    public boolean isIndexable() {
        QuestionItem item = question().item();
        return isFirstPage() && !item.hidden() && !item.excerpt().isEmpty();
    }

    /** The thread for search engines, which are never signed in. */
    public String getStructured() {
        return new StructuredThread(baseUrl, words.of("member.deleted"), markdown::toPlain).of(thread());
    }

    private boolean isFlagged() {
        return question().marks().flagged(PostId.question(question().id()));
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public String getOnce() {
        return once;
    }

    public void setOnce(String once) {
        this.once = once;
    }

    public void answer() {
        long id = question().id();
        form.send(() -> {
            Viewer viewer = visitor.viewer();
            String text = "answer " + id + "\n" + body;
            long answer = requests.once(viewer.id(), Once.key(once, text), text, () -> answer(id, viewer));
            Flash.offer(
                    request, words.of("question.answer.published"), draft.getName(), "/forms/undo/answer/" + answer);
            return question().item().url() + "#answer-" + answer;
        });
        if (form.isRefused()) once = Once.key();
    }

    private long answer(long questionId, Viewer viewer) {
        long answer = questions.answer(questionId, body, viewer);
        draft.discard();
        return answer;
    }

    /** The place of its draft; asked of the page, which has read it by then. */
    public String getDraft() {
        return draft.getName();
    }

    public void saveDraft() {
        form.send(() -> {
            String address = draft.save(DraftText.body(body));
            Flash.say(request, words.of("draft.saved"));
            return address + "#answer-form";
        });
    }
}
