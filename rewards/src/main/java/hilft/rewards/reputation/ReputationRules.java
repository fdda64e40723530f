package hilft.rewards.reputation;

import hilft.forum.question.AnswerAccepted;
import hilft.forum.question.PostType;
import hilft.forum.vote.VoteCast;
import java.util.List;

/**
 * The points table: what each fact is worth and what limits it. A day is one in the operator's zone. Own votes and own
 * acceptance are worth nothing. That the asker found an answer helpful earns nothing either: they may vote for it, and
 * that earns; a mark beside it would pay the same thanks twice.
 */
public final class ReputationRules {

    /** At most this many points a day from everything but solutions. */
    public static final int POINTS_A_DAY = 200;

    /** At most this many votes a day of one voter for one author count, up and down together. */
    public static final int VOTES_A_DAY = 6;

    private ReputationRules() {}

    /** A member's share in a fact. */
    record Share(long memberId, Credit credit) {}

    static List<Share> creditsFor(AnswerAccepted event) {
        return event.askerId() == event.answererId()
                ? List.of()
                : List.of(new Share(event.answererId(), Credit.SOLUTION), new Share(event.askerId(), Credit.ACCEPTING));
    }

    static List<Share> creditsFor(VoteCast event) {
        if (event.voterId() == event.authorId()) {
            return List.of();
        }
        boolean up = event.value() > 0;
        boolean answer = event.post().type() == PostType.ANSWER;
        Credit credit = answer
                ? (up ? Credit.ANSWER_UP : Credit.ANSWER_DOWN)
                : (up ? Credit.QUESTION_UP : Credit.QUESTION_DOWN);
        return List.of(new Share(event.authorId(), credit));
    }

    /**
     * What a credit is worth after the day's limits.
     *
     * @param earnedToday the limited points the member has from this day, reversals taken off
     * @param votesToday how many of the giver's votes for the member count this day already
     */
    static int granted(Credit credit, int earnedToday, int votesToday) {
        if (credit.isVote() && votesToday >= VOTES_A_DAY) {
            return 0;
        }
        return credit.isLimited()
                ? Math.min(credit.points(), Math.max(0, POINTS_A_DAY - earnedToday))
                : credit.points();
    }
}
