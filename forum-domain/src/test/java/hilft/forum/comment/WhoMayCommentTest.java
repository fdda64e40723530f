package hilft.forum.comment;

import hilft.forum.member.Role;
import hilft.forum.member.Viewer;
import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What may stand in a comment, and who may write and change it. */
class WhoMayCommentTest {

    private static final Viewer AUTHOR = Viewer.of(1, Set.of(Role.CUSTOMER));
    private static final Viewer OTHER = Viewer.of(2, Set.of(Role.CUSTOMER));
    private static final Viewer MODERATOR = Viewer.of(3, Set.of(Role.CUSTOMER, Role.MODERATOR));

    @Test
    void membersCommentUntilTheThreadIsClosed() {
        assertThat(CommentRules.mayComment(Viewer.ANONYMOUS, false)).isFalse();
        assertThat(CommentRules.mayComment(OTHER, false)).isTrue();
        assertThat(CommentRules.mayComment(OTHER, true)).isFalse();
        assertThat(CommentRules.mayComment(MODERATOR, true)).isTrue();
    }

    @Test
    void nobodyChangesWhatSomebodyElseSaid() {
        assertThat(CommentRules.mayEdit(AUTHOR, 1, false, false)).isTrue();
        assertThat(CommentRules.mayEdit(OTHER, 1, false, false)).isFalse();
        assertThat(CommentRules.mayEdit(MODERATOR, 1, false, false)).isFalse();
        assertThat(CommentRules.mayEdit(AUTHOR, 1, true, false)).isFalse();
        assertThat(CommentRules.mayEdit(AUTHOR, 1, false, true)).isFalse();
    }

    @Test
    void aCommentIsNeitherAWordNorAnAnswer() {
        assertThat(check("x".repeat(14))).hasSize(1);
        assertThat(check("x".repeat(15))).isEmpty();
        assertThat(check("\uD83D\uDC4D".repeat(600))).isEmpty();
        assertThat(check("x".repeat(601))).hasSize(1);
    }

    @Test
    void aCommentSaysSomethingThatCanBeSeen() {
        assertThat(CommentRules.check("x".repeat(20), false))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("body", "comment.body_invisible"));
        assertThat(check("?".repeat(20))).hasSize(1);
        assertThat(check("👍🏽" + " ".repeat(20))).isEmpty();
    }

    private static List<FieldError> check(String body) {
        return CommentRules.check(body, Input.isVisible(body));
    }

    @Test
    void whatIsFinishedAtOnceIsNotEdited() {
        Instant written = Instant.parse("2026-11-26T10:00:00Z");
        assertThat(CommentRules.isFinishing(written, written.plus(Duration.ofSeconds(299))))
                .isTrue();
        assertThat(CommentRules.isFinishing(written, written.plus(Duration.ofSeconds(300))))
                .isFalse();
    }
}
