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
import hilft.forum.question.AnswerOrder;
import hilft.forum.question.AnswerView;
import hilft.forum.question.PostId;
import hilft.forum.question.PostType;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionProblem;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.QuestionView;
import hilft.forum.question.Questions;
import hilft.forum.question.ReadingPositions;
import hilft.forum.question.SolutionChecks;
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
import hilft.web.page.Published;
import hilft.web.page.Shell;
import hilft.web.page.Typed;
import hilft.web.page.Visitor;
import hilft.web.page.WholePage;
import hilft.web.page.comment.ShownComments;
import hilft.web.page.draft.OpenDraft;
import hilft.web.page.share.ShareLinks;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
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
    SolutionChecks checks;

    @Inject
    ReadingPositions positions;

    @Inject
    Clock clock;

    @Inject
    RelatedThreads related;

    @Inject
    ViewCounts viewCounts;

    @Inject
    Shell shell;

    @Inject
    OpenDraft draft;

    @Inject
    Published published;

    @Inject
    Typed form;

    @Inject
    Words words;

    @Inject
    Markdown markdown;

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    @Inject
    @ConfigProperty(name = "hilft.thread.old-after-days", defaultValue = "365")
    int oldAfterDays;

    private @Nullable Thread thread;
    private AnswerOrder order = AnswerOrder.VOTES;
    private @Nullable String after;
    private Map<Long, Long> points = Map.of();
    private List<CommentLine> comments = List.of();
    private List<ShownRelated> relatedThreads = List.of();
    private Map<Long, List<LinkOutView>> linkOuts = Map.of();
    private @Nullable ShownThread shown;
    private @Nullable ShownQuestion asked;
    private List<ShownAnswer> solution = List.of();
    private List<ShownAnswer> answers = List.of();
    private List<ShownPlace> place = List.of();
    private boolean unreadElsewhere;
    private String body = "";
    private String once = "";

    @PostConstruct
    void read() {
        order = AnswerOrder.find(Routes.parameter(request, "sort")).orElse(AnswerOrder.VOTES);
        after = Routes.parameter(request, "after");
        Viewer viewer = visitor.viewer();
        String id = Routes.parameter(request, "id");
        readShared(Ids.of(id), viewer);
        if (thread == null && viewer.isModeratorSomewhere()) readAll(Ids.of(id), viewer);
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
            if (viewer.isMember()) keepPosition(viewer);
        }
        if (shell.isNewsWaiting()) {
            notifications.readQuestion(thread.question().id(), viewer.id());
            shell.countAgain();
        }
    }

    /** Moderators see what is hidden, too, which is shared with nobody. */
    private void readAll(long id, Viewer viewer) {
        thread = queries.thread(id, viewer, order, after, ANSWERS).orElse(null);
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
                        order.label(),
                        after,
                        () -> queries.lines(id, order, after, ANSWERS)
                                .map(lines -> new SharedThread(
                                        lines,
                                        members.only(lines.authorIds()),
                                        comments(lines),
                                        related.of(lines.item()))),
                        SharedThread::length)
                .ifPresent(found -> {
                    relatedThreads = found.related();
                    if (!found.lines().isModeratedBy(viewer)) {
                        thread = queries.thread(found.lines(), viewer);
                        points = found.points();
                        comments = found.comments();
                    }
                });
    }

    private List<CommentLine> comments(ThreadLines lines) {
        return lines.commented().isEmpty()
                ? List.of()
                : commentQueries.few(lines.id(), lines.commented(), Viewer.ANONYMOUS, ShownComments.FEW);
    }

    /** What is the same for all who may not see what is hidden. */
    private record SharedThread(
            ThreadLines lines, Map<Long, Long> points, List<CommentLine> comments, List<ShownRelated> related) {
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
            throw new Moved(address(order, after));
        }
    }

    private void show(Viewer viewer) {
        relatedThreads = relatedThreads.stream()
                .filter(other -> !question().marks().blocked(other.author()))
                .toList();
        Reader reader = new Reader(viewer.memberId(), viewer.isOfficial(), checks.old(), readUntil(viewer));
        if (reader.mayLinkOut()) linkOuts = channels.ofAnswers(officialAnswers());
        unreadElsewhere = !isAllShown()
                && reader.readUntil() != null
                && question().item().lastActivityAt().isAfter(reader.readUntil());
        solution = shown(true, reader, viewer);
        answers = shown(false, reader, viewer);
        if (thread().placeOfSolution().isPresent()) {
            place = List.of(
                    new ShownPlace((isFirstPage() ? "" : question().item().url()) + "#solution"));
        }
        shown = ShownThread.of(question(), isFirstPage(), answers.size());
        asked = ShownQuestion.of(
                question(),
                points(question().item().author()),
                isFlagged(),
                share(PostId.question(question().id())),
                comments(PostId.question(question().id()), question().commentCount(), viewer),
                reader);
    }

    private @Nullable Instant readUntil(Viewer viewer) {
        if (!viewer.isMember()) return null;
        Instant written = question().marks().readUntil();
        Instant pending = positions.find(viewer.id(), question().id()).orElse(null);
        return written == null || (pending != null && pending.isAfter(written)) ? pending : written;
    }

    /** The position moves on when the latest answer was shown; on a first visit nothing that is there is called new. */
    private void keepPosition(Viewer viewer) {
        Instant latest = question().item().lastActivityAt();
        if (isAllShown()
                || readUntil(viewer) == null
                || thread().answers().items().stream()
                        .anyMatch(answer -> !answer.writtenAt().isBefore(latest))) {
            positions.read(viewer.id(), question().id(), latest);
        }
    }

    private boolean isAllShown() {
        return isFirstPage() && thread().answers().next() == null;
    }

    /** How many answers on this page are new to the reader. */
    public int getUnread() {
        return (int) Stream.concat(solution.stream(), answers.stream())
                .filter(ShownAnswer::fresh)
                .count();
    }

    /** Where the first answer stands that is new to the reader: here, on another page, or nowhere. */
    public String getUnreadUrl() {
        return Stream.concat(solution.stream(), answers.stream())
                .filter(ShownAnswer::fresh)
                .min(Comparator.comparing(shown -> shown.answer().writtenAt()))
                .map(shown -> "#answer-" + shown.answer().id())
                .orElse(unreadElsewhere ? address(AnswerOrder.NEWEST, null) + "#answers" : "");
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

    /** What stands in a draft is shown in the form: such a page is made. */
    @Override
    public @Nullable ShownPage shown() {
        return draft.isOpen()
                ? null
                : new ShownPage(
                        getThread(),
                        getAsked(),
                        solution,
                        answers,
                        place,
                        behind(),
                        getPreviousUrl(),
                        getNextUrl(),
                        getUnreadUrl(),
                        isOld(),
                        getRelated());
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

    /** The answers that come before the solution in this order, or all where it has no place on this page. */
    public List<ShownAnswer> getAnswersBefore() {
        return answers.subList(0, behind());
    }

    /** Where the solution would stand, as a list of one or none. */
    public List<ShownPlace> getPlace() {
        return place;
    }

    public List<ShownAnswer> getAnswersAfter() {
        return answers.subList(behind(), answers.size());
    }

    private int behind() {
        return thread().placeOfSolution().orElse(answers.size());
    }

    /** When the thread's latest answer was written, in microseconds since 1970: what comes later is new to the reader. */
    public long getSince() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, question().item().lastActivityAt());
    }

    /** Whether the thread was solved so long ago that a question of one's own serves whoever has not begun to write better. */
    public boolean isOld() {
        QuestionItem item = question().item();
        return !draft.isOpen()
                && item.solved()
                && item.lastActivityAt().isBefore(clock.instant().minus(Duration.ofDays(Math.max(1, oldAfterDays))));
    }

    /** Where a new question begins with what this one says. */
    public String getAskUrl() {
        QuestionItem item = question().item();
        return UriBuilder.fromPath("/ask")
                .queryParam("about", "{about}")
                .queryParam("in", "{in}")
                .queryParam("after", "{after}")
                .build(item.title(), item.category().slug(), item.id())
                .toString();
    }

    public List<ShownRelated> getRelated() {
        return relatedThreads;
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
                        share(PostId.answer(answer.id())),
                        comments(PostId.answer(answer.id()), answer.commentCount(), viewer),
                        reader))
                .toList();
    }

    private ShareLinks share(PostId post) {
        return new ShareLinks(
                baseUrl + Routes.postUrl(post.type().label(), post.id()),
                question().item().title());
    }

    private long points(Author author) {
        return points.getOrDefault(author.id(), 0L);
    }

    private boolean isFirstPage() {
        return after == null;
    }

    /** The address of a page of this thread. */
    private String address(AnswerOrder inOrder, @Nullable String from) {
        UriBuilder url = UriBuilder.fromPath(question().item().url());
        if (inOrder != AnswerOrder.VOTES) url.queryParam("sort", inOrder.label());
        return from == null
                ? url.build().toString()
                : url.queryParam("after", "{after}").build(from).toString();
    }

    public String getNextUrl() {
        String next = thread().answers().next();
        return next == null ? "" : address(order, next);
    }

    /** The page before this one, which may be the first; empty on that. */
    public String getPreviousUrl() {
        return isFirstPage() ? "" : address(order, thread().previous());
    }

    /** The first page in the order of this one. */
    public String getFirstUrl() {
        return address(order, null);
    }

    /** The orders that answers can be read in; none for answers that need no order. */
    public List<ShownOrder> getOrders() {
        return answers.size() < 2 && isFirstPage()
                ? List.of()
                : Stream.of(AnswerOrder.values())
                        .map(one -> new ShownOrder(one.label(), address(one, null) + "#answers", one == order))
                        .toList();
    }

    /** A page in another order than the usual one has no name of its own: it is the thread once more. */
    public String getCanonicalPath() {
        String url = question().item().url();
        String cursor = order == AnswerOrder.VOTES ? Head.cursor(after) : null;
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
            published.say(
                    PostId.answer(answer),
                    queries.findAnswer(answer, viewer).map(AnswerView::writtenAt),
                    draft.getName());
            // in a long thread it stands on a page that the permalink finds
            return isAllShown() && thread().answers().items().size() < ANSWERS
                    ? question().item().url() + "#answer-" + answer
                    : Routes.postUrl(PostType.ANSWER.label(), answer);
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
