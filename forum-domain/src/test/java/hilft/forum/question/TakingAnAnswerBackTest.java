package hilft.forum.question;

import hilft.forum.member.Role;
import hilft.forum.member.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may take back which answer, and until when. */
class TakingAnAnswerBackTest {

    private static final Instant WRITTEN = Instant.parse("2026-11-26T10:00:00Z");
    private static final Viewer AUTHOR = Viewer.of(1, Set.of(Role.CUSTOMER));
    private static final Viewer MODERATOR = Viewer.of(2, Set.of(Role.MODERATOR));

    private final Answer answer = answer();

    @Test
    void itsAuthorMayForTwoMinutes() {
        assertThat(mayTakeBack(AUTHOR, Duration.ZERO)).isTrue();
        assertThat(mayTakeBack(AUTHOR, Duration.ofSeconds(119))).isTrue();
        assertThat(mayTakeBack(AUTHOR, Duration.ofSeconds(120))).isFalse();
    }

    @Test
    void nobodyElseMay() {
        assertThat(mayTakeBack(MODERATOR, Duration.ZERO)).isFalse();
        assertThat(mayTakeBack(Viewer.ANONYMOUS, Duration.ZERO)).isFalse();
    }

    private boolean mayTakeBack(Viewer viewer, Duration after) {
        return QuestionRules.mayTakeBack(viewer, answer, WRITTEN.plus(after));
    }

    private static Answer answer() {
        PostText text = new PostText("Text", "<p>Text</p>", "Text", "Text", "de");
        QuestionText asked = new QuestionText("Warum blinkt die Lampe?", "fibre", List.of(), "Text");
        return Answer.write(Question.ask(7, 1, asked, text, WRITTEN), 1, false, text, WRITTEN);
    }
}
