package hilft.web.live;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LookingAtChangedThreadsTest {
    private static final int MANY = 100;

    private final ChangedThreads threads = new ChangedThreads();

    @Test
    void aThreadIsLookedAtWhenItChangesAndWhenNothingCanBeTakenBack() {
        threads.add(1);
        assertThat(threads.take(5, 10, MANY)).containsExactly(1L);
        for (int second = 6; second <= 15; second++) {
            assertThat(threads.take(second, 10, MANY)).as("second %s", second).isEmpty();
        }
        assertThat(threads.take(16, 10, MANY)).containsExactly(1L);
        assertThat(threads.take(40, 10, MANY)).isEmpty();
    }

    @Test
    void whatChangesMeanwhileIsLookedAtLaterForTheLastTime() {
        threads.add(1);
        threads.take(5, 10, MANY);
        threads.add(2);
        threads.take(6, 10, MANY);
        threads.add(1);
        assertThat(threads.take(9, 10, MANY)).containsExactly(1L);
        assertThat(threads.take(17, 10, MANY)).containsExactly(2L);
        assertThat(threads.take(20, 10, MANY)).containsExactly(1L);
    }

    @Test
    void whereNobodyWaitsOneLookIsEnough() {
        threads.addAll(List.of(1L, 2L));
        assertThat(threads.take(5, 0, MANY)).containsExactlyInAnyOrder(1L, 2L);
        assertThat(threads.take(6, 0, MANY)).isEmpty();
    }

    @Test
    void manyAreLookedAtOneAfterTheOther() {
        threads.addAll(List.of(1L, 2L, 3L));
        assertThat(threads.take(5, 10, 2)).hasSize(2);
        assertThat(threads.take(6, 10, 2)).hasSize(1);
        assertThat(threads.take(16, 10, 2)).hasSize(2);
        assertThat(threads.take(17, 10, 2)).hasSize(1);
        threads.add(4);
        threads.clear();
        assertThat(threads.take(90, 10, 2)).isEmpty();
    }
}
