package hilft.forum.question;

import hilft.forum.member.Role;
import hilft.forum.member.Viewer;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WhoMayDoWhatTest {

    private static final long ASKER = 1;
    private static final Viewer NOBODY = Viewer.ANONYMOUS;
    private static final Viewer ASKING = Viewer.of(ASKER, Set.of(Role.CUSTOMER));
    private static final Viewer OTHER = Viewer.of(2, Set.of(Role.CUSTOMER));
    private static final Viewer MODERATOR = Viewer.of(3, Set.of(Role.MODERATOR));

    @Test
    void onlyTheAskerAccepts() {
        assertThat(QuestionRules.mayAccept(ASKING, ASKER)).isTrue();
        assertThat(QuestionRules.mayAccept(OTHER, ASKER)).isFalse();
        assertThat(QuestionRules.mayAccept(MODERATOR, ASKER)).isFalse();
        assertThat(QuestionRules.mayAccept(NOBODY, ASKER)).isFalse();
    }

    @Test
    void onlyTheAskerCallsAnAnswerHelpfulAndNotTheirOwn() {
        assertThat(QuestionRules.mayCallHelpful(ASKING, ASKER, 2)).isTrue();
        assertThat(QuestionRules.mayCallHelpful(ASKING, ASKER, ASKER)).isFalse();
        assertThat(QuestionRules.mayCallHelpful(OTHER, ASKER, 3)).isFalse();
        assertThat(QuestionRules.mayCallHelpful(MODERATOR, ASKER, 2)).isFalse();
        assertThat(QuestionRules.mayCallHelpful(NOBODY, ASKER, 2)).isFalse();
    }

    @Test
    void nobodyVotesTheirOwnPost() {
        assertThat(QuestionRules.mayVote(ASKING, ASKER, false)).isFalse();
        assertThat(QuestionRules.mayVote(OTHER, ASKER, false)).isTrue();
        assertThat(QuestionRules.mayVote(OTHER, ASKER, true)).isFalse();
        assertThat(QuestionRules.mayVote(NOBODY, ASKER, false)).isFalse();
    }

    @Test
    void aLockedThreadIsOpenToModeratorsOnly() {
        assertThat(QuestionRules.mayAnswer(OTHER, false)).isTrue();
        assertThat(QuestionRules.mayAnswer(OTHER, true)).isFalse();
        assertThat(QuestionRules.mayAnswer(MODERATOR, true)).isTrue();
        assertThat(QuestionRules.mayEdit(ASKING, ASKER, false)).isTrue();
        assertThat(QuestionRules.mayEdit(ASKING, ASKER, true)).isFalse();
        assertThat(QuestionRules.mayEdit(MODERATOR, ASKER, true)).isTrue();
        assertThat(QuestionRules.mayEdit(OTHER, ASKER, false)).isFalse();
    }

    @Test
    void aQuestionIsTakenBackOnlyBeforeItIsAnswered() {
        assertThat(QuestionRules.mayDelete(ASKING, ASKER, 0)).isTrue();
        assertThat(QuestionRules.mayDelete(ASKING, ASKER, 1)).isFalse();
        assertThat(QuestionRules.mayDelete(OTHER, ASKER, 0)).isFalse();
    }

    @Test
    void theAskerHasTheProblemAnyway() {
        assertThat(QuestionRules.maySayMeToo(ASKING, ASKER)).isFalse();
        assertThat(QuestionRules.maySayMeToo(OTHER, ASKER)).isTrue();
        assertThat(QuestionRules.maySayMeToo(NOBODY, ASKER)).isFalse();
    }

    @Test
    void officialIsWrittenByStaffOrAdmin() {
        assertThat(Viewer.of(4, Set.of(Role.STAFF)).isOfficial()).isTrue();
        assertThat(Viewer.of(4, Set.of(Role.ADMIN)).isOfficial()).isTrue();
        assertThat(MODERATOR.isOfficial()).isFalse();
    }
}
