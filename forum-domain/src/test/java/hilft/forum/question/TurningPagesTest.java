package hilft.forum.question;

import hilft.forum.shared.Cursor;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static hilft.forum.question.AnswerOrder.NEWEST;
import static hilft.forum.question.AnswerOrder.OLDEST;
import static hilft.forum.question.AnswerOrder.VOTES;
import static org.assertj.core.api.Assertions.assertThat;

class TurningPagesTest {

    private static final int LIMIT = 3;

    @Test
    void thePageBeforeEndsWhereThisOneBegins() {
        assertThat(VOTES.previous(backwards(4), LIMIT, LIMIT)).isEqualTo(new Cursor(0, 1));
        assertThat(VOTES.previous(backwards(4), LIMIT - 1, LIMIT)).isEqualTo(new Cursor(0, 1));
    }

    @Test
    void whatFitsOnTheFirstPageIsOnTheFirstPage() {
        assertThat(VOTES.previous(backwards(LIMIT), LIMIT, LIMIT)).isNull();
        assertThat(VOTES.previous(backwards(LIMIT - 1), LIMIT - 1, LIMIT)).isNull();
        assertThat(VOTES.previous(List.of(), LIMIT, LIMIT)).isNull();
    }

    @Test
    void whatTheSolutionLeavesNoRoomForIsOnAPageWithoutIt() {
        assertThat(VOTES.previous(backwards(LIMIT), LIMIT - 1, LIMIT)).isEqualTo(new Cursor(VOTES.start(), 0));
    }

    @Test
    void anOrderIsReadBackwardsFromItsEnd() {
        assertThat(VOTES.backwards()).isEqualTo("a.score, a.id desc");
        assertThat(NEWEST.backwards()).isEqualTo("a.writtenAt, a.id");
        assertThat(OLDEST.backwards()).isEqualTo("a.writtenAt desc, a.id desc");
    }

    /** So many places of equal score, the last first. */
    private static List<Cursor> backwards(int count) {
        return LongStream.iterate(count, id -> id - 1)
                .limit(count)
                .mapToObj(id -> new Cursor(0, id))
                .toList();
    }
}
