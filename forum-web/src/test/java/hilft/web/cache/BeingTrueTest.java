package hilft.web.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How long what was read may be shown. */
class BeingTrueTest {

    private final Changes changes = new Changes();

    @Test
    void whoeverListensHearsOfEachChange() {
        List<Long> heard = new ArrayList<>();
        changes.listen(heard::add);
        changes.count(7);
        changes.count(Changes.EVERYTHING);
        assertThat(heard).containsExactly(7L, Changes.EVERYTHING);
    }

    @Test
    void aThreadIsTrueUntilItChanges() {
        State state = State.of(changes, Changes.SITE, Changes.thread(7));
        assertThat(state.isGood(changes, state.readAt())).isTrue();

        changes.count(8);
        assertThat(state.isGood(changes, state.readAt())).isTrue();

        changes.count(7);
        assertThat(state.isTrue(changes, state.readAt())).isFalse();
    }

    @Test
    void whatChangesWhileAPageIsReadMakesItWorthless() {
        State before = State.of(changes, Changes.SITE);
        changes.count(Changes.EVERYTHING);
        assertThat(before.isTrue(changes, before.readAt())).isFalse();
    }

    @Test
    void aListMayBeASecondOldButShowsNothingHidden() {
        State state = State.of(changes, Changes.SITE, Changes.LISTS);
        changes.count(7);
        assertThat(state.isGood(changes, state.readAt() + 800_000_000L)).isTrue();
        assertThat(state.isGood(changes, state.readAt() + 1_000_000_000L)).isFalse();

        changes.count(Changes.EVERYTHING);
        assertThat(state.isGood(changes, state.readAt())).isFalse();
    }

    @Test
    void aListIsReadAnewOnceForEachChangeWhereTheLatestIsWanted() {
        SharedReads reads = new SharedReads();
        reads.changes = changes;
        List<String> read = new ArrayList<>();
        Supplier<Integer> count = () -> {
            read.add("once");
            return read.size();
        };
        assertThat(reads.latest("list", count)).isEqualTo(1);
        assertThat(reads.latest("list", count)).isEqualTo(1);

        changes.count(7);
        assertThat(reads.get("list", count)).isEqualTo(1);
        assertThat(reads.latest("list", count)).isEqualTo(2);
        assertThat(reads.get("other", count)).isEqualTo(3);
    }

    @Test
    void aMembersPointsAreReadAnewWhenAnythingHasHappened() {
        OwnPoints points = new OwnPoints();
        points.changes = changes;
        assertThat(points.of(1, () -> 10)).isEqualTo(10);
        assertThat(points.of(1, () -> 25)).isEqualTo(10);
        assertThat(points.of(2, () -> 40)).isEqualTo(40);

        changes.count(7);
        assertThat(points.of(1, () -> 25)).isEqualTo(25);
    }

    @Test
    void afterAMinuteWhatIsTrueIsOnlyGoodEnoughForAnEmergency() {
        State state = State.of(changes, Changes.SITE, Changes.thread(7));
        long later = state.readAt() + 61_000_000_000L;
        assertThat(state.isGood(changes, later)).isFalse();
        assertThat(state.isTrue(changes, later)).isTrue();
    }

    @Test
    void noThreadStandsAtThePlaceOfLists() {
        for (long id = 0; id < 100_000; id++) {
            assertThat(Changes.thread(id)).isGreaterThan(Math.max(Changes.LISTS, Changes.SITE));
        }
    }
}
