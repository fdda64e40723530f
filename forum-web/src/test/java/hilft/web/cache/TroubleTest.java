package hilft.web.cache;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who asks a database that has just not answered. */
class TroubleTest {
    private static final long NOW = -1_000_000_000L;

    private final Trouble trouble = new Trouble();

    @Test
    void nobodyIsSparedWithoutTrouble() {
        assertThat(trouble.spares(NOW)).isFalse();
        assertThat(trouble.spares(NOW)).isFalse();
    }

    @Test
    void inTroubleOneReaderFindsOutWhenThePauseIsOver() {
        trouble.begin(NOW);
        assertThat(trouble.spares(NOW)).isTrue();
        assertThat(trouble.spares(NOW + Trouble.PAUSE_NANOS - 1)).isTrue();

        assertThat(trouble.spares(NOW + Trouble.PAUSE_NANOS)).isFalse();
        assertThat(trouble.spares(NOW + Trouble.PAUSE_NANOS)).as("the next one").isTrue();
    }

    @Test
    void whoNeverComesBackIsFollowedByAnother() {
        trouble.begin(NOW);
        long over = NOW + Trouble.PAUSE_NANOS;
        assertThat(trouble.spares(over)).isFalse();
        assertThat(trouble.spares(over + Trouble.LONGEST_TRY_NANOS)).isFalse();
    }

    @Test
    void anAnswerEndsIt() {
        trouble.begin(NOW);
        trouble.end();
        assertThat(trouble.spares(NOW)).isFalse();
    }
}
