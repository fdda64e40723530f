package hilft.web.page.question;

import hilft.forum.channel.LinkOutView;
import hilft.forum.question.AnswerView;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionView;
import hilft.web.page.comment.ShownComments;
import hilft.web.page.share.ShareLinks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that an answer shows of itself to one reader; readers to whom it looks the same share it. */
public record ShownAnswer(
        AnswerView answer,
        long points,
        boolean byAsker,
        @Nullable String askerName,
        @Nullable Instant solvedAt,
        boolean open,
        boolean mayQuote,
        boolean keepable,
        boolean kept,
        boolean folded,
        boolean mayFlag,
        boolean mayModerate,
        boolean mayLinkOut,
        boolean mayConfirm,
        boolean fresh,
        List<LinkOutView> linkOuts,
        ShareLinks share,
        ShownComments comments) {

    static ShownAnswer of(
            AnswerView answer,
            QuestionView question,
            long points,
            List<LinkOutView> linkOuts,
            ShareLinks share,
            ShownComments comments,
            Reader reader) {
        return new ShownAnswer(
                answer,
                points,
                answer.author().id() == question.item().author().id(),
                answer.accepted() || answer.helpful() ? question.item().author().displayName() : null,
                answer.accepted() ? question.acceptedAt() : null,
                answer.mayVote() || reader.mayLogInTo(question.item()),
                question.mayAnswer(),
                reader.signedIn() && !answer.hidden(),
                question.marks().kept(PostId.answer(answer.id())),
                question.marks().blocked(answer.author()),
                !answer.flagged() && !reader.is(answer.author()),
                question.mayModerate(),
                reader.mayLinkOut() && answer.official() && !answer.hidden(),
                answer.mayConfirm() && isOld(answer, reader),
                reader.isNewTo(answer),
                linkOuts,
                share,
                comments);
    }

    /** Nobody is bothered with a button for what was valid lately. */
    private static boolean isOld(AnswerView answer, Reader reader) {
        return answer.validAt() != null && answer.validAt().isBefore(reader.oldSolutions());
    }

    // what else is equal for equal ids is for equals to tell; the texts need not be gone through
    @Override
    public int hashCode() {
        return Long.hashCode(answer.id());
    }
}
