package hilft.web.health;

import hilft.stack.BlindBrowser;
import hilft.stack.Stack;
import hilft.stack.TestStack;
import hilft.web.security.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static hilft.web.api.Person.ASKER;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What one thing or person does slowly makes nobody else wait. */
class UnderPressureIT {

    /** Whoever is kept out waits longer, even on a machine that does much else. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** More than the server has threads. */
    private static final int MANY = 260;

    /** So many that, if each held a thread until it is known that no connection comes, the last would wait for longer than a reader has patience. */
    private static final int TOO_MANY = 800;

    private static Stack stack;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void open() {
        stack = TestStack.get();
    }

    @Test
    void aDatabaseThatStallsStallsNoKeptPage() {
        String kept = address(ASKER.asks());
        BlindBrowser member = new BlindBrowser(stack.url());
        member.login("helper@example.org", "hilft-demo", "/");
        assertThat(get(kept, PATIENCE).statusCode()).isEqualTo(200);

        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        CompletableFuture<BlindBrowser.Page> page;
        stack.freezeDatabase();
        try {
            page = CompletableFuture.supplyAsync(() -> member.get("/questions"));
            for (int i = 0; i < TOO_MANY; i++) {
                waiting.add(send(
                        i % 4 == 0 ? "/api/v1/questions/" + i : "/questions/" + (70_000_000L + i) + "/nie-gesehen"));
            }
            waiting.add(send("/health/live"));
            while (waiting.stream().anyMatch(answer -> !answer.isDone())) {
                assertThat(get(kept, PATIENCE).statusCode()).isEqualTo(200);
            }
        } finally {
            stack.thawDatabase();
        }

        Map<Integer, Long> answers =
                waiting.stream().collect(groupingBy(answer -> answer.join().statusCode(), counting()));
        assertThat(answers).isEqualTo(Map.of(503, (long) TOO_MANY, 200, 1L));
        assertThat(waiting.get(1).join().body()).contains("Gerade ist sehr viel los");
        assertThat(waiting.get(1).join().headers().firstValue("Retry-After")).isPresent();
        assertThat(waiting.get(0).join().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(page.join().status()).isEqualTo(503);
        assertThat(page.join().body()).contains("Gerade ist sehr viel los");

        Patience.awaitThat(() -> stack.call("GET", "/health/ready", null, null).statusCode(), 200);
        Patience.awaitThat(() -> member.get("/questions").status(), 200);
    }

    @Test
    void twoHundredWhoTypeAtOnceKeepNobodyFromReading() {
        String kept = address(ASKER.asks());
        assertThat(get(kept, PATIENCE).statusCode()).isEqualTo(200);
        List<CompletableFuture<HttpResponse<String>>> typing = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            typing.add(send("/api/v1/similar?text=WLAN+" + i + "+bricht+jeden+Abend+ab"));
        }
        while (typing.stream().anyMatch(answer -> !answer.isDone())) {
            assertThat(get(kept, PATIENCE).statusCode()).isEqualTo(200);
        }
        // whoever comes while all places are taken is told so, and the page for asking goes on without
        assertThat(typing.stream().map(answer -> answer.join().statusCode()).distinct())
                .contains(200)
                .isSubsetOf(200, 503);
        assertThat(get("/search?q=wlan", PATIENCE).statusCode()).isEqualTo(200);
    }

    @Test
    void twoThousandIdleConnectionsKeepNobodyOut() throws IOException {
        try (Crowded idle = new Crowded()) {
            for (int i = 0; i < 2_000; i++) {
                Socket socket = idle.open(0);
                socket.getOutputStream().write(request("/robots.txt"));
                readHead(socket.getInputStream());
            }
            for (int i = 0; i < 20; i++) {
                assertThat(get("/", PATIENCE).statusCode()).isEqualTo(200);
            }
            Socket last = idle.sockets.get(1_999);
            last.getOutputStream().write(request("/robots.txt"));
            assertThat(readHead(last.getInputStream()))
                    .as("the last is still open")
                    .contains(" 200 ");
        }
    }

    @Test
    void whoReadsOrWritesByteByByteKeepsNobodyOut() throws IOException {
        String large = address(ASKER.asks());
        try (Crowded readers = new Crowded();
                Crowded writers = new Crowded()) {
            for (int i = 0; i < MANY; i++) {
                // a window this small holds a small part of the page
                readers.open(2_048).getOutputStream().write(request(large));
                writers.open(0).getOutputStream().write(("GET " + large + " HTTP/1.1\r\n").getBytes(US_ASCII));
            }
            for (int line = 0; line < 4; line++) {
                for (Socket reader : readers.sockets) {
                    assertThat(reader.getInputStream().read()).isNotNegative();
                }
                for (Socket writer : writers.sockets) {
                    writer.getOutputStream().write(("X-" + line + ": y\r\n").getBytes(US_ASCII));
                }
                for (int i = 0; i < 5; i++) {
                    assertThat(get("/questions?x=" + i, PATIENCE).statusCode()).isEqualTo(200);
                    assertThat(get("/search?q=wlan", PATIENCE).statusCode()).isEqualTo(200);
                }
            }
            Socket patient = writers.sockets.get(0);
            patient.getOutputStream().write("Host: localhost\r\n\r\n".getBytes(US_ASCII));
            assertThat(readHead(patient.getInputStream())).contains(" 200 ");
        }
    }

    static Stream<Arguments> oversized() {
        return Stream.of(
                arguments("a long wish", "/questions", "Accept-Language: " + "x".repeat(7_000), 200),
                arguments("wishes of nothing", "/questions", "Accept-Language: " + ",".repeat(7_000), 200),
                arguments("a hundred wishes", "/questions", "Accept-Language: " + "x-y;q=0.5,".repeat(100), 200),
                arguments("a longer wish", "/questions", "Accept-Language: " + "x".repeat(70_000), 400),
                arguments("a long cookie", "/questions", "Cookie: hilft-theme=" + "x".repeat(7_000), 200),
                arguments("many cookies", "/questions", "Cookie: " + "a=b; ".repeat(1_000), 200),
                arguments("encodings", "/questions", "Accept-Encoding: " + ",".repeat(7_000), 200),
                arguments("a long tag", "/questions", "If-None-Match: " + "x".repeat(7_000), 200),
                arguments("proxies", "/questions", "X-Forwarded-For: " + ",".repeat(7_000), 200),
                arguments("a long id", "/questions", "X-Request-Id: " + "x".repeat(7_000), 200),
                arguments("many headers", "/questions", "X-Y: z\r\n".repeat(2_000) + "X-Y: z", 400),
                arguments("many parameters", "/questions?" + "a=b&".repeat(1_500), "X-Y: z", 200),
                arguments("a long query", "/questions?a=" + "b".repeat(70_000), "X-Y: z", 400),
                arguments("a long path", "/questions/987654321/" + "b".repeat(6_000), "X-Y: z", 404),
                arguments("broken escapes", "/questions?state=%zz&sort=%&after=%ff%fe", "X-Y: z", 200),
                arguments("a null in the path", "/questions/%00", "X-Y: z", 400),
                arguments("a path upwards", "/questions/..%2f..%2fWEB-INF/web.xml", "X-Y: z", 400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oversized")
    void whatIsOversizedIsOverlookedOrRefused(String what, String path, String header, int status) throws IOException {
        try (Crowded one = new Crowded()) {
            Socket socket = one.open(0);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n")
                            .getBytes(US_ASCII));
            assertThat(readHead(socket.getInputStream())).startsWith("HTTP/1.1 " + status + " ");
        }
    }

    private static String address(long question) {
        return stack.call("GET", "/questions/" + question, null, null)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private HttpResponse<String> get(String path, Duration patience) {
        return client.sendAsync(
                        HttpRequest.newBuilder(URI.create(stack.url() + path))
                                .timeout(patience)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .join();
    }

    private CompletableFuture<HttpResponse<String>> send(String path) {
        return client.sendAsync(
                HttpRequest.newBuilder(URI.create(stack.url() + path))
                        .timeout(Duration.ofSeconds(40))
                        .header("Accept-Language", "de")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] request(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(US_ASCII);
    }

    /** The first line and the headers; of a body, what is not read stays. */
    private static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("ended after: " + head);
            }
            head.append((char) read);
        }
        return head.toString();
    }

    /** Connections that somebody holds open. */
    private static final class Crowded implements AutoCloseable {
        private final List<Socket> sockets = new ArrayList<>();

        /** With the given space for what has been received and not read, or as usual when it is 0. */
        Socket open(int window) throws IOException {
            Socket socket = new Socket();
            if (window > 0) {
                socket.setReceiveBufferSize(window);
            }
            socket.setSoTimeout(10_000);
            socket.connect(
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), stack.ports().forum()),
                    10_000);
            sockets.add(socket);
            return socket;
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
