package hilft.rewards.reputation;

import hilft.forum.question.AnswerAccepted;
import hilft.forum.question.PostId;
import hilft.forum.vote.VoteCast;
import hilft.rewards.reputation.ReputationRules.Share;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static hilft.rewards.reputation.ReputationRules.creditsFor;
import static hilft.rewards.reputation.ReputationRules.granted;
import static org.assertj.core.api.Assertions.assertThat;

class EarningPointsTest {

    private static final long ASKER = 1;
    private static final long HELPER = 2;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aSolutionPaysTheHelperAndALittleTheAsker() {
        assertThat(creditsFor(new AnswerAccepted(1, 10, 20, ASKER, HELPER, NOW)))
                .containsExactly(new Share(HELPER, Credit.SOLUTION), new Share(ASKER, Credit.ACCEPTING));
    }

    @Test
    void solvingOnesOwnQuestionPaysNobody() {
        assertThat(creditsFor(new AnswerAccepted(1, 10, 20, ASKER, ASKER, NOW))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ANSWER,1,5", "ANSWER,-1,-2", "QUESTION,1,2", "QUESTION,-1,0"})
    void votesPayTheAuthor(String type, int value, int points) {
        PostId post = type.equals("ANSWER") ? PostId.answer(20) : PostId.question(10);

        assertThat(creditsFor(new VoteCast(1, post, 10, ASKER, HELPER, value, NOW)))
                .singleElement()
                .satisfies(share -> {
                    assertThat(share.memberId()).isEqualTo(HELPER);
                    assertThat(granted(share.credit(), 0, 0)).isEqualTo(points);
                });
    }

    @Test
    void ownVotesPayNothing() {
        assertThat(creditsFor(new VoteCast(1, PostId.answer(20), 10, HELPER, HELPER, 1, NOW)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWER_UP,195,0,5",
        "ANSWER_UP,198,0,2",
        "ANSWER_UP,200,0,0",
        "ACCEPTING,200,0,0",
        "QUESTION_UP,199,0,1",
        "SOLUTION,200,0,15",
        "ANSWER_DOWN,200,0,-2",
        "ANSWER_UP,0,5,5",
        "ANSWER_UP,0,6,0",
        "ANSWER_DOWN,0,6,0",
        "SOLUTION,0,6,15"
    })
    void aDayHasLimits(Credit credit, int earnedToday, int votesToday, int points) {
        assertThat(granted(credit, earnedToday, votesToday)).isEqualTo(points);
    }
}
