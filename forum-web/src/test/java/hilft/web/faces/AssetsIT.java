package hilft.web.faces;

import hilft.stack.Stack;
import hilft.stack.TestStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static hilft.web.api.Person.ASKER;
import static org.assertj.core.api.Assertions.assertThat;

/** What a page needs beside itself is fetched once, small, and never again until it changes. */
class AssetsIT {
    private static final Pattern ASSET = Pattern.compile("/assets/[0-9a-f]{12}/[a-z0-9./-]+");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import\\()\\s*\"\\./([a-z-]+\\.js)\"");

    private static Stack stack;

    @BeforeAll
    static void open() {
        stack = TestStack.get();
    }

    @Test
    void everyAssetOfAPageIsKeptForAYearAndSentPacked() throws Exception {
        Set<String> assets = assetsOf("/", "/questions", "/questions/" + ASKER.asks(), "/search?q=wlan");
        assertThat(assets).hasSizeGreaterThan(5).anyMatch(path -> path.endsWith("/hilft.css"));
        for (String path : assets) {
            HttpResponse<byte[]> plain = fetch(path, "identity");
            HttpResponse<byte[]> gzip = fetch(path, "gzip");
            HttpResponse<byte[]> brotli = fetch(path, "gzip, deflate, br, zstd");
            assertThat(plain.statusCode()).as(path).isEqualTo(200);
            assertThat(header(plain, "Cache-Control")).as(path).isEqualTo("public, max-age=31536000, immutable");
            assertThat(header(plain, "Vary")).as(path).isEqualTo("Accept-Encoding");
            assertThat(header(plain, "Content-Encoding")).isEmpty();
            if (plain.body().length > 1_000) {
                assertThat(header(gzip, "Content-Encoding")).as(path).isEqualTo("gzip");
                assertThat(gzip.body().length).as(path).isLessThan(plain.body().length);
                assertThat(header(brotli, "Content-Encoding")).as(path).isEqualTo("br");
                assertThat(brotli.body().length).as(path).isLessThan(gzip.body().length);
            }
        }
    }

    @Test
    void theStylesOfAllPagesAreSmallEnoughToNeedNoTricks() throws Exception {
        String styles = assetsOf("/").stream()
                .filter(path -> path.endsWith("/hilft.css"))
                .findFirst()
                .orElseThrow();
        assertThat(fetch(styles, "br").body().length).isLessThan(14_000);
    }

    @Test
    void anotherVersionIsNotKept() throws Exception {
        HttpResponse<byte[]> old = fetch("/assets/0123456789ab/hilft.css", "br");
        assertThat(old.statusCode()).isEqualTo(200);
        assertThat(header(old, "Cache-Control")).isEqualTo("no-cache");
        assertThat(fetch("/assets/0123456789ab/no-such.css", "br").statusCode()).isEqualTo(404);
    }

    @Test
    void noPictureMovesWhatIsRead() {
        for (String page : new String[] {"/", "/questions", "/leaderboard", "/members/expert", "/no-such-page"}) {
            assertThat(Jsoup.parse(body(page)).select("img:not([width][height])"))
                    .as(page)
                    .isEmpty();
        }
    }

    @Test
    void aProxyMaySpeakHttp2WithUs() throws Exception {
        HttpResponse<Void> page = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(stack.url() + "/questions"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.version()).isEqualTo(HttpClient.Version.HTTP_2);
    }

    /** Those that the pages name, and those that their scripts ask for. */
    private static Set<String> assetsOf(String... pages) throws Exception {
        Set<String> assets = new TreeSet<>();
        for (String page : pages) {
            ASSET.matcher(body(page)).results().forEach(found -> assets.add(found.group()));
        }
        for (String script : Set.copyOf(assets)) {
            if (script.endsWith(".js")) {
                String folder = script.substring(0, script.lastIndexOf('/') + 1);
                IMPORT.matcher(new String(fetch(script, "identity").body(), java.nio.charset.StandardCharsets.UTF_8))
                        .results()
                        .forEach(found -> assets.add(folder + found.group(1)));
            }
        }
        return assets;
    }

    private static String body(String page) {
        HttpResponse<String> answer = stack.call("GET", page, null, null);
        return answer.headers()
                .firstValue("Location")
                .map(address -> stack.call("GET", address, null, null).body())
                .orElseGet(answer::body);
    }

    private static HttpResponse<byte[]> fetch(String path, String encodings) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stack.url() + path))
                                .version(HttpClient.Version.HTTP_1_1)
                                .header("Accept-Encoding", encodings)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
