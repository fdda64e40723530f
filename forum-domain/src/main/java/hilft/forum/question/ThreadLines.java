package hilft.forum.question;

import hilft.forum.member.Viewer;
import hilft.forum.shared.Page;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of a thread as it was read, before it is known who looks; may be kept for many readers. To readers who did and
 * may do the same with an answer it is one object.
 */
public final class ThreadLines {

    private record Look(
            long answerId,
            int vote,
            boolean flagged,
            boolean mayEdit,
            boolean mayVote,
            boolean mayAccept,
            boolean mayCallHelpful,
            boolean mayConfirm,
            boolean asked) {}

    private final QuestionLine line;
    private final QuestionItem item;
    private final String body;
    private final String bodyHtml;
    private final @Nullable Instant editedAt;
    private final @Nullable Instant acceptedAt;
    private final long version;
    private final int commentCount;
    private final Page<AnswerLine> answers;
    private final @Nullable String previous;
    private final OptionalInt placeOfSolution;
    private final Map<Look, AnswerView> looks = new ConcurrentHashMap<>();

    ThreadLines(
            Object[] row,
            QuestionItem item,
            Page<AnswerLine> answers,
            @Nullable String previous,
            OptionalInt placeOfSolution) {
        this.line = (QuestionLine) row[0];
        this.item = item;
        this.body = (String) row[1];
        this.bodyHtml = (String) row[2];
        this.editedAt = (Instant) row[3];
        this.acceptedAt = (Instant) row[4];
        this.version = (Long) row[5];
        this.commentCount = (Integer) row[6];
        this.answers = answers;
        this.previous = previous;
        this.placeOfSolution = placeOfSolution;
    }

    public long id() {
        return line.id();
    }

    public boolean isModeratedBy(Viewer viewer) {
        return viewer.within(line.categoryId()).isModerator();
    }

    public QuestionItem item() {
        return item;
    }

    /** The posts on this page that have comments. */
    public Set<PostId> commented() {
        return Stream.concat(
                        commentCount > 0 ? Stream.of(PostId.question(id())) : Stream.empty(),
                        answers.items().stream()
                                .filter(answer -> answer.commentCount() > 0)
                                .map(answer -> PostId.answer(answer.id())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Everybody who wrote something on this page. */
    public Set<Long> authorIds() {
        return Stream.concat(
                        Stream.of(line.authorId()), answers.items().stream().map(AnswerLine::authorId))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How long all texts are together, in characters. */
    public int length() {
        return body.length()
                + bodyHtml.length()
                + answers.items().stream()
                        .mapToInt(answer ->
                                answer.body().length() + answer.bodyHtml().length())
                        .sum();
    }

    Thread seenBy(Viewer viewer, Marks marks) {
        return new Thread(
                question(viewer, marks),
                new Page<>(
                        answers.items().stream()
                                .map(answer -> answer(answer, viewer, marks))
                                .toList(),
                        answers.next()),
                previous,
                placeOfSolution);
    }

    QuestionView question(Viewer reader, Marks marks) {
        Viewer viewer = reader.within(line.categoryId());
        long asker = line.authorId();
        boolean locked = line.lockedAt() != null;
        return new QuestionView(
                item,
                body,
                bodyHtml,
                editedAt,
                line.acceptedAnswerId(),
                acceptedAt,
                version,
                commentCount,
                marks,
                QuestionRules.mayAnswer(viewer, locked),
                QuestionRules.mayEdit(viewer, asker, locked),
                QuestionRules.mayVote(viewer, asker, locked),
                QuestionRules.mayAccept(viewer, asker) && !locked,
                QuestionRules.maySayMeToo(viewer, asker),
                QuestionRules.mayDelete(viewer, asker, item.answerCount()),
                viewer.isModerator());
    }

    private AnswerView answer(AnswerLine answer, Viewer viewer, Marks marks) {
        PostId post = PostId.answer(answer.id());
        Look look = new Look(
                answer.id(),
                marks.vote(post),
                marks.flagged(post),
                answer.mayEdit(viewer),
                answer.mayVote(viewer),
                answer.mayAccept(viewer),
                answer.mayCallHelpful(viewer),
                answer.mayConfirm(viewer),
                answer.isAsked(marks));
        return looks.computeIfAbsent(look, none -> answer.view(viewer, marks));
    }
}
