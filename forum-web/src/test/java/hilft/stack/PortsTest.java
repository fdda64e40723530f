package hilft.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortsTest {
    @Test
    void allPortsMoveWithTheForum() {
        assertThat(Ports.fixed(8090)).isEqualTo(new Ports(8090, 8190, 9110, 3317, 8200, 3035));
    }

    @Test
    void aTakenPortIsNamedWithItsOwnerAndTheMend() throws IOException {
        var free = Ports.free();
        try (var intruder = new ServerSocket()) {
            intruder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), free.database()));
            assertThatThrownBy(free::requireFree)
                    .isInstanceOf(StackProblem.class)
                    .hasMessageContaining("Port " + free.database() + " for MariaDB is taken by process "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("-Dhilft.port");
        }
    }

    @Test
    void freePortsAreFree() {
        Ports.free().requireFree();
    }

    @Test
    void aPortThatCannotExistIsRefused() {
        assertThatThrownBy(() -> Ports.fixed(80).requireFree())
                .isInstanceOf(StackProblem.class)
                .hasMessageContaining("does not exist");
    }
}
