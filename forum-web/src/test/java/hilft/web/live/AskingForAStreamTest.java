package hilft.web.live;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AskingForAStreamTest {

    @Test
    void threadsAreNamedWithDotsBetween() {
        assertThat(LiveServlet.threads("42.7.42")).containsExactlyInAnyOrder(42L, 7L);
    }

    @Test
    void nobodyListensToMoreThanTenThreads() {
        String many = LongStream.rangeClosed(1, 500).mapToObj(Long::toString).collect(Collectors.joining("."));
        assertThat(LiveServlet.threads(many)).hasSize(10);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ".", "x", "-1", "1,2", "12345678901234567890", "1 2", "%00"})
    void whatIsNoIdIsLeftOut(String typed) {
        assertThat(LiveServlet.threads(typed)).isEmpty();
    }
}
