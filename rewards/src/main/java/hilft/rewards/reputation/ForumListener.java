package hilft.rewards.reputation;

import hilft.forum.question.AnswerAccepted;
import hilft.forum.question.AnswerUnaccepted;
import hilft.forum.question.PostType;
import hilft.forum.vote.VoteCast;
import hilft.forum.vote.VoteWithdrawn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Turns what happens in the forum into ledger lines, in the same transaction. */
@ApplicationScoped
class ForumListener {

    @Inject
    Ledger ledger;

    void on(@Observes AnswerAccepted event) {
        ledger.record(
                Fact.acceptance(event.acceptanceId()),
                ReputationRules.creditsFor(event),
                new Cause(event.askerId(), event.questionId(), event.answerId(), event.at()));
    }

    void on(@Observes AnswerUnaccepted event) {
        ledger.reverse(Fact.acceptance(event.acceptanceId()), event.at());
    }

    void on(@Observes VoteCast event) {
        Long answerId =
                event.post().type() == PostType.ANSWER ? (Long) event.post().id() : null;
        ledger.record(
                Fact.vote(event.voteId()),
                ReputationRules.creditsFor(event),
                new Cause(event.voterId(), event.questionId(), answerId, event.at()));
    }

    void on(@Observes VoteWithdrawn event) {
        ledger.reverse(Fact.vote(event.voteId()), event.at());
    }
}
