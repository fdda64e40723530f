package hilft.web.heap;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharingTheHeapTest {
    private static final long HEAP = 1_000_000;

    @Test
    void allKeptThingsTogetherLeaveRoom() {
        long all = Stream.of(HeapShare.values())
                .mapToLong(share -> share.bytesOf(HEAP))
                .sum();

        assertThat(all).isEqualTo(HEAP * 15 / 100);
    }
}
