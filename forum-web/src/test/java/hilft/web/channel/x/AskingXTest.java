package hilft.web.channel.x;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A request that failed has surely not arrived, or nobody knows; never the one for the other. */
class AskingXTest {

    private final XHttp http = new XHttp();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        http.timeout = Duration.ofSeconds(1);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void anAnswerComesWithItsReset() throws IOException {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("x-rate-limit-reset", "1795348800");
            byte[] body = "{\"title\": \"Too Many Requests\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(429, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        XReply reply = http.send(request(server.getAddress().getPort()));
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.reset()).isEqualTo(1795348800L);
        assertThat(reply.note()).isEqualTo("429 Too Many Requests");
    }

    @Test
    void whereNobodyListensNothingWasSent() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> http.send(request(port))).isInstanceOf(NotSent.class);
        assertThatThrownBy(() -> http.send(XHttp.request(URI.create("http://no-such-host.invalid/"))
                        .GET()
                        .build()))
                .isInstanceOf(NotSent.class);
    }

    @Test
    void aConnectionLostAfterTheRequestLeavesItOpen() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.submit(() -> {
                try (Socket caller = socket.accept()) {
                    return caller.getInputStream().read(new byte[8192]);
                }
            });
            assertThatThrownBy(() -> http.send(request(socket.getLocalPort()))).isInstanceOf(NoReply.class);
        }
    }

    @Test
    void silenceAndTricklingLeaveItOpen() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(201, 0);
            OutputStream body = exchange.getResponseBody();
            body.write('{');
            body.flush();
        });
        assertThatThrownBy(() -> http.send(request(server.getAddress().getPort())))
                .isInstanceOf(NoReply.class);
    }

    @Test
    void anEndlessAnswerIsNotReadToItsEnd() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(201, 0);
            byte[] block = new byte[8192];
            for (int i = 0; i < 100_000; i++) {
                exchange.getResponseBody().write(block);
            }
        });
        assertThatThrownBy(() -> http.send(request(server.getAddress().getPort())))
                .isInstanceOf(NoReply.class);
    }

    @Test
    void aRedirectIsAnAnswerLikeAnother() throws IOException {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://evil.example/");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        assertThat(http.send(request(server.getAddress().getPort())).status()).isEqualTo(307);
    }

    @Test
    void tokensTravelEncryptedOrStayOnThisMachine() {
        assertThat(XSettings.isSafe("https://api.x.com")).isTrue();
        assertThat(XSettings.isSafe("http://localhost:8190")).isTrue();
        assertThat(XSettings.isSafe("http://127.0.0.1:8190")).isTrue();
        assertThat(XSettings.isSafe("http://api.x.com")).isFalse();
        assertThat(XSettings.isSafe("http://localhost.evil.example")).isFalse();
        assertThat(XSettings.isSafe("api.x.com")).isFalse();
        assertThat(XSettings.isSafe("ht tp:")).isFalse();
    }

    private static HttpRequest request(int port) {
        return XHttp.request(URI.create("http://localhost:" + port + "/2/tweets"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }
}
