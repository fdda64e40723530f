package hilft.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;

/** Where each server of the stack listens on loopback. */
public record Ports(int forum, int keycloak, int keycloakManagement, int database, int social, int mail) {
    private static final Ports DEMO = new Ports(8080, 8180, 9100, 3307, 8190, 3025);

    /** The ports of the demo, all moved by the distance of the given forum port from 8080. */
    public static Ports fixed(int forum) {
        var offset = forum - DEMO.forum;
        return new Ports(
                forum,
                DEMO.keycloak + offset,
                DEMO.keycloakManagement + offset,
                DEMO.database + offset,
                DEMO.social + offset,
                DEMO.mail + offset);
    }

    /** Six ports that nobody listens on at this moment. */
    public static Ports free() {
        var sockets = new ArrayList<ServerSocket>();
        try {
            while (sockets.size() < 6) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            var free = sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            return new Ports(free[0], free[1], free[2], free[3], free[4], free[5]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            for (var socket : sockets) {
                close(socket);
            }
        }
    }

    void requireFree() {
        requireFree("the forum", forum);
        requireFree("Keycloak", keycloak);
        requireFree("Keycloak's management", keycloakManagement);
        requireFree("MariaDB", database);
        requireFree("the social simulator and mail page", social);
        requireFree("the mail catcher", mail);
    }

    private static void requireFree(String what, int port) {
        if (port < 1 || port > 65535) {
            throw new StackProblem(
                    "Port " + port + " for " + what + " does not exist", "choose -Dhilft.port between 5100 and 60000");
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        } catch (IOException taken) {
            throw new StackProblem(
                    "Port " + port + " for " + what + " is taken" + Listeners.describe(port),
                    "stop that program, or move all ports with -Dhilft.port=… (8080 is the default)");
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
