package hilft.forum.question;

import hilft.forum.shared.Cursor;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

import static hilft.forum.question.AnswerOrder.NEWEST;
import static hilft.forum.question.AnswerOrder.OLDEST;
import static hilft.forum.question.AnswerOrder.VOTES;
import static org.assertj.core.api.Assertions.assertThat;

class PlacingTheSolutionTest {

    @Test
    void itStandsBehindWhatHasMoreVotesAndOfEqualOnesBehindTheEarlier() {
        List<Cursor> others = List.of(new Cursor(9, 4), new Cursor(3, 2), new Cursor(3, 7), new Cursor(-1, 1));
        assertThat(VOTES.placeOfSolution(new Cursor(3, 5), null, others, false)).isEqualTo(OptionalInt.of(2));
        assertThat(VOTES.placeOfSolution(new Cursor(10, 5), null, others, true)).isEqualTo(OptionalInt.of(0));
        assertThat(VOTES.placeOfSolution(new Cursor(-5, 5), null, others, false))
                .isEqualTo(OptionalInt.of(4));
    }

    @Test
    void itStandsWhereItWasWritten() {
        List<Cursor> others = List.of(new Cursor(100, 1), new Cursor(200, 2), new Cursor(300, 3));
        assertThat(OLDEST.placeOfSolution(new Cursor(250, 9), null, others, false))
                .isEqualTo(OptionalInt.of(2));
        assertThat(OLDEST.placeOfSolution(new Cursor(200, 9), null, others, false))
                .isEqualTo(OptionalInt.of(2));
        List<Cursor> newest = List.of(new Cursor(300, 3), new Cursor(200, 2), new Cursor(100, 1));
        assertThat(NEWEST.placeOfSolution(new Cursor(250, 9), null, newest, false))
                .isEqualTo(OptionalInt.of(1));
        assertThat(NEWEST.placeOfSolution(new Cursor(200, 9), null, newest, false))
                .isEqualTo(OptionalInt.of(1));
    }

    @Test
    void itStandsOnOneOfManyPagesAlone() {
        Cursor solution = new Cursor(3, 5);
        List<Cursor> first = List.of(new Cursor(9, 4), new Cursor(8, 2));
        List<Cursor> second = List.of(new Cursor(3, 6), new Cursor(2, 2));
        List<Cursor> third = List.of(new Cursor(1, 6));
        assertThat(VOTES.placeOfSolution(solution, null, first, true)).isEmpty();
        assertThat(VOTES.placeOfSolution(solution, first.get(1), second, true)).isEqualTo(OptionalInt.of(0));
        assertThat(VOTES.placeOfSolution(solution, second.get(1), third, false)).isEmpty();
    }

    @Test
    void whatComesBehindTheLastPageStandsAtItsEnd() {
        assertThat(VOTES.placeOfSolution(new Cursor(0, 5), new Cursor(9, 1), List.of(new Cursor(3, 2)), false))
                .isEqualTo(OptionalInt.of(1));
    }
}
