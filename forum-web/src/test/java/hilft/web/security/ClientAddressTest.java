package hilft.web.security;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClientAddressTest {

    @Test
    void withoutAProxyNobodyMayNameAnotherAddress() {
        assertThat(ClientAddress.of("203.0.113.9", "198.51.100.7", 0)).isEqualTo("198.51.100.7");
    }

    @Test
    void behindOneProxyItsWordCounts() {
        assertThat(ClientAddress.of("10.9.9.9, 203.0.113.9", "172.18.0.2", 1)).isEqualTo("203.0.113.9");
        assertThat(ClientAddress.of(null, "172.18.0.2", 1)).isEqualTo("172.18.0.2");
        assertThat(ClientAddress.of("203.0.113.9", "172.18.0.2", 3)).isEqualTo("203.0.113.9");
    }
}
