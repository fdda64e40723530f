package hilft.web.security;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestIdTest {

    @Test
    void theProxysIdIsKept() {
        assertThat(RequestId.of("4f2a9c01-77aa")).isEqualTo("4f2a9c01-77aa");
    }

    @Test
    void whatWouldSpoilALogLineIsReplaced() {
        assertThat(RequestId.of("a b\nforged line")).matches("[0-9a-f]{16}");
        assertThat(RequestId.of("short")).matches("[0-9a-f]{16}");
        assertThat(RequestId.of(null)).isNotEqualTo(RequestId.of(null));
    }
}
