package hilft.forum.revision;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which edits only finish what was written just now. */
class EditingJustNowTest {

    private static final Instant WRITTEN = Instant.parse("2026-11-26T10:00:00Z");
    private static final long AUTHOR = 1;
    private static final long MODERATOR = 2;

    @Test
    void anAuthorFinishesWithinFiveMinutes() {
        assertThat(finishes(AUTHOR, "", Duration.ofSeconds(299), WRITTEN)).isTrue();
        assertThat(finishes(AUTHOR, "", Duration.ofSeconds(300), WRITTEN)).isFalse();
        assertThat(finishes(AUTHOR, "", Duration.ofSeconds(10), null)).isTrue();
    }

    @Test
    void nobodyFinishesWhatSomebodyElseWrote() {
        assertThat(finishes(MODERATOR, "", Duration.ofSeconds(10), null)).isFalse();
    }

    @Test
    void whatWasAnsweredIsFinished() {
        assertThat(finishes(AUTHOR, "", Duration.ofSeconds(60), WRITTEN.plusSeconds(30)))
                .isFalse();
    }

    @Test
    void aReasonIsMeantToBeSeen() {
        assertThat(finishes(AUTHOR, "Firmware ergänzt", Duration.ofSeconds(10), null))
                .isFalse();
    }

    @Test
    void onlyOthersMustSayWhy() {
        assertThat(RevisionRules.checkReason("", true)).isEmpty();
        assertThat(RevisionRules.checkReason("", false)).hasSize(1);
        assertThat(RevisionRules.checkReason("ok", true)).hasSize(1);
        assertThat(RevisionRules.checkReason("Rechtschreibung", false)).isEmpty();
        assertThat(RevisionRules.checkReason("x".repeat(201), true)).hasSize(1);
        assertThat(RevisionRules.checkReason("\uD83D\uDC4D".repeat(200), true)).isEmpty();
    }

    private static boolean finishes(long editor, String reason, Duration after, @Nullable Instant reactedAt) {
        RevisedPost post = new RevisedPost(7, null, AUTHOR, WRITTEN, reactedAt);
        RevisedText text = RevisedText.answer("Text", "de");
        return RevisionRules.isFinishing(
                AUTHOR, WRITTEN, new Edit(post, text, text, editor, reason, WRITTEN.plus(after)), reactedAt);
    }
}
