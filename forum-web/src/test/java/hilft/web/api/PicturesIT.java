package hilft.web.api;

import com.google.gson.JsonObject;
import hilft.stack.BlindBrowser;
import hilft.stack.TestStack;
import hilft.web.security.Patience;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static hilft.web.api.Person.ASKER;
import static hilft.web.api.Person.EXPERT;
import static hilft.web.api.Person.HELPER;
import static hilft.web.api.Person.MODERATOR;
import static hilft.web.api.Person.VISITOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A picture is uploaded, stands in a post, and is seen by whoever may see the post. */
class PicturesIT {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Map<Person, BlindBrowser> SESSIONS = new ConcurrentHashMap<>();
    private static final Map<String, String> REASON = Map.of("reason", "Das gehört nicht hierher");

    @Test
    void aPictureIsTakenShrunkAndDescribed() throws IOException {
        Reply uploaded =
                upload(ASKER, "Mein Router (Rückseite).JPG", png(2000, 1000)).is(201);
        JsonObject picture = uploaded.json();
        String url = "/attachments/" + uploaded.id() + "/mein-router-rueckseite.png";
        assertThat(picture.get("url").getAsString()).isEqualTo(url);
        assertThat(picture.get("width").getAsInt()).isEqualTo(1600);
        assertThat(picture.get("height").getAsInt()).isEqualTo(800);
        assertThat(picture.get("markdown").getAsString()).isEqualTo("![mein router rueckseite](" + url + ")");
        assertThat(uploaded.header("Location")).endsWith(url);
        asks(picture);
        assertThat(width(url)).isEqualTo(1600);
        assertThat(width(picture.get("fullUrl").getAsString())).isEqualTo(2000);
        assertThat(width(picture.get("thumbnailUrl").getAsString())).isEqualTo(320);
    }

    private static int width(String url) throws IOException {
        HttpResponse<byte[]> answer = get(url);
        assertThat(answer.statusCode()).isEqualTo(200);
        return ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth();
    }

    @Test
    void aPostShowsItWithItsSizeAndItIsServedAsNothingButAPicture() {
        JsonObject picture = upload(ASKER, "a.png", png(40, 30)).is(201).json();
        String url = picture.get("url").getAsString();
        long question = asks(picture);

        String html =
                VISITOR.get("/questions/" + question).json().get("bodyHtml").getAsString();
        assertThat(html).contains("src=\"" + url + "\"", "width=\"40\"", "height=\"30\"", "loading=\"lazy\"");
        HttpResponse<byte[]> seen = get(url);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(header(seen, "Content-Type")).isEqualTo("image/png");
        assertThat(header(seen, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(seen, "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; sandbox");
        assertThat(header(seen, "Content-Disposition")).isEqualTo("inline; filename=\"a.png\"");
        assertThat(header(seen, "Cache-Control")).isEqualTo("private, max-age=31536000, immutable");
        assertThat(header(seen, "Set-Cookie")).isEmpty();
        assertThat(get(url, "If-None-Match", header(seen, "ETag")).statusCode()).isEqualTo(304);
        assertThat(get(url.replace("/a.png", "/another-name.html")).headers().firstValue("Content-Type"))
                .hasValue("image/png");
        assertThat(get("/attachments/" + picture.get("id") + "/../../etc/passwd")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/attachments/999999999/a.png").statusCode()).isEqualTo(404);
    }

    @Test
    void untilAPostShowsItNobodyElseSeesItOrCanShowIt() {
        JsonObject picture = upload(ASKER, "a.png", png(40, 30)).is(201).json();
        String url = picture.get("url").getAsString();
        assertThat(statuses(url, ASKER, MODERATOR, HELPER, VISITOR)).containsExactly(200, 200, 404, 404);
        assertThat(session(ASKER).get(url).header("Cache-Control")).isEqualTo("private, no-cache");

        long question = ASKER.asks();
        String answered = "Sieh dir das an: " + picture.get("markdown").getAsString();
        long answer = HELPER.post("/questions/" + question + "/answers", Map.of("body", answered))
                .is(201)
                .id();
        assertThat(VISITOR.get("/answers/" + answer).json().get("bodyHtml").getAsString())
                .doesNotContain("<img");
        assertThat(statuses(url, VISITOR)).containsExactly(404);
        assertThat(preview(HELPER, answered)).doesNotContain("<img");
        assertThat(preview(ASKER, answered)).contains("<img");
    }

    @Test
    void whatAModeratorHidesTakesItsPicturesWithIt() {
        JsonObject picture = upload(ASKER, "a.png", png(40, 30)).is(201).json();
        String url = picture.get("url").getAsString();
        long question = asks(picture);
        String quoted = "Zu deinem Bild: " + picture.get("markdown").getAsString();
        long answer = HELPER.post("/questions/" + question + "/answers", Map.of("body", quoted))
                .is(201)
                .id();
        long elsewhere = asks(HELPER, quoted);
        assertThat(statuses(url, VISITOR)).containsExactly(200);

        MODERATOR.put("/questions/" + question + "/hidden", REASON).is(204);
        assertThat(statuses(url, VISITOR)).as("another post still shows it").containsExactly(200);
        MODERATOR.put("/questions/" + elsewhere + "/hidden", REASON).is(204);
        assertThat(statuses(url, VISITOR, HELPER, EXPERT)).containsExactly(404, 404, 404);
        assertThat(statuses(url.replace("/a.png", "/full/a.png"), VISITOR)).containsExactly(404);
        assertThat(statuses(url.replace("/a.png", "/thumbnail/a.png"), VISITOR)).containsExactly(404);
        assertThat(statuses(url, ASKER, MODERATOR)).containsExactly(200, 200);

        long again = asks(EXPERT, quoted);
        assertThat(statuses(url, VISITOR))
                .as("nobody brings it back by its number")
                .containsExactly(404);
        assertThat(VISITOR.get("/questions/" + again).json().get("bodyHtml").getAsString())
                .doesNotContain("<img");

        MODERATOR.delete("/questions/" + question + "/hidden", REASON).is(204);
        assertThat(statuses(url, VISITOR)).containsExactly(200);
        MODERATOR.put("/answers/" + answer + "/hidden", REASON).is(204);
        assertThat(statuses(url, VISITOR)).containsExactly(200);
    }

    @Test
    void aPictureInACommentIsSeenByWhoeverMaySeeTheComment() {
        JsonObject picture = upload(EXPERT, "a.png", png(40, 30)).is(201).json();
        String url = picture.get("url").getAsString();
        long question = ASKER.asks();
        long answer = HELPER.answers(question);
        String body = "Bei mir sieht es so aus: " + picture.get("markdown").getAsString();
        assertThat(preview(EXPERT, "# Kein Titel\n\n" + body, "comment")).contains("<img", "<p># Kein Titel");
        EXPERT.post("/text/preview", Map.of("markdown", body, "as", "page")).isRefused(400, "api.malformed");

        Reply written = EXPERT.post("/answers/" + answer + "/comments", Map.of("body", body))
                .is(201);
        assertThat(written.json().get("bodyHtml").getAsString())
                .contains("src=\"" + url + "\"", "width=\"40\"", "height=\"30\"", "loading=\"lazy\"");
        assertThat(statuses(url, VISITOR)).containsExactly(200);
        for (String post : List.of("/answers/" + answer, "/questions/" + question, "/comments/" + written.id())) {
            MODERATOR.put(post + "/hidden", REASON).is(204);
            assertThat(statuses(url, VISITOR, HELPER, EXPERT)).as(post).containsExactly(404, 404, 200);
            MODERATOR.delete(post + "/hidden", REASON).is(204);
            assertThat(statuses(url, VISITOR)).as(post).containsExactly(200);
        }

        Map<String, String> without = Map.of("body", "Bei mir sieht es anders aus");
        String comment = "/comments/" + written.id();
        EXPERT.patch(comment, without, "If-Match", EXPERT.get(comment).header("ETag"))
                .is(200);
        assertThat(statuses(url, VISITOR, EXPERT)).containsExactly(404, 200);
        EXPERT.patch(
                        comment,
                        Map.of("body", body),
                        "If-Match",
                        EXPERT.get(comment).header("ETag"))
                .is(200);
        assertThat(statuses(url, VISITOR)).containsExactly(200);
        EXPERT.delete(comment, null).is(204);
        assertThat(statuses(url, VISITOR, EXPERT)).containsExactly(404, 200);
    }

    @Test
    void anEditedPostShowsWhatItShowsNow() {
        JsonObject picture = upload(ASKER, "a.png", png(40, 30)).is(201).json();
        String url = picture.get("url").getAsString();
        long question = asks(picture);
        String tag = ASKER.get("/questions/" + question).header("ETag");
        ASKER.patch("/questions/" + question, Map.of("body", Person.BODY), "If-Match", tag)
                .is(200);
        assertThat(statuses(url, VISITOR, ASKER)).containsExactly(404, 200);
    }

    @Test
    void eachWayOfBeingNoPictureHasItsStatus() {
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(UTF_8);
        assertThat(upload(ASKER, "bild.png", svg)
                        .isRefused(415, "attachment.unsupported")
                        .errors())
                .containsExactly("picture: attachment.type_unknown");
        assertThat(upload(ASKER, "bild.png", "<!doctype html><script>alert(1)</script>".getBytes(UTF_8))
                        .isRefused(415, "attachment.unsupported")
                        .errors())
                .containsExactly("picture: attachment.type_unknown");
        assertThat(upload(ASKER, "IMG_1.HEIC", "\0\0\0\u0018ftypheic".getBytes(UTF_8))
                        .isRefused(415, "attachment.unsupported")
                        .errors())
                .containsExactly("picture: attachment.type_heif");
        assertThat(upload(ASKER, "a.png", Arrays.copyOf(png(40, 30), 60))
                        .isRefused(422, "attachment.invalid")
                        .errors())
                .containsExactly("picture: attachment.broken");
        assertThat(upload(ASKER, "a.png", claims(50_000, 50_000))
                        .isRefused(422, "attachment.invalid")
                        .errors())
                .containsExactly("picture: attachment.pixels_many");
        Reply large = upload(ASKER, "a.png", new byte[(10 << 20) + 1]).isRefused(413, "attachment.too_large");
        assertThat(large.json().toString()).contains("10 MB");
        upload(ASKER, "a.png", new byte[0]).isRefused(415, "attachment.unsupported");
        upload(VISITOR, "a.png", png(40, 30)).isRefused(401, "api.signed_out");
        assertThat(incoming()).as("nothing of it is left").isEmpty();
    }

    @Test
    void fiftyAtOnceAreTakenOrComeAgain() {
        byte[] photograph = png(2500, 2000);
        EXPERT.get("/me").is(200);
        List<CompletableFuture<Reply>> all = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> upload(EXPERT, i + ".png", photograph)))
                .toList();
        List<Reply> replies = all.stream().map(CompletableFuture::join).toList();
        assertThat(replies).extracting(Reply::status).containsOnly(201, 503).contains(201);
        assertThat(replies.stream().filter(reply -> reply.status() == 503))
                .allSatisfy(reply -> assertThat(
                                reply.isRefused(503, "attachment.busy").header("Retry-After"))
                        .isEqualTo("5"));
        Patience.awaitThat(() -> upload(EXPERT, "danach.png", png(40, 30)).status(), 201);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void aFormWithFilesLeadsBackToPagesWithAFormAlone() {
        for (String page : List.of("/admin/search", "//evil.example/", "", "/attachments/1/a.png")) {
            HttpRequest.Builder form = HttpRequest.newBuilder(address("/attachments?page=" + page))
                    .header("Origin", TestStack.get().url())
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(BodyPublishers.ofString("--x--\r\n"));
            assertThat(send(form, null, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
    }

    @Test
    void aForeignPageUploadsNothing() throws Exception {
        HttpRequest foreign = HttpRequest.newBuilder(address("/api/v1/attachments"))
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.ofByteArray(png(40, 30)))
                .build();
        assertThat(CLIENT.send(foreign, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
    }

    private static long asks(JsonObject picture) {
        return asks(ASKER, Person.BODY + "\n\n" + picture.get("markdown").getAsString());
    }

    private static long asks(Person person, String body) {
        JsonObject question = Person.aQuestion();
        question.addProperty("body", body);
        return person.post("/questions", question).is(201).id();
    }

    private static String preview(Person person, String markdown) {
        return preview(person, markdown, "post");
    }

    private static String preview(Person person, String markdown, String as) {
        return person.post("/text/preview", Map.of("markdown", markdown, "as", as))
                .is(200)
                .json()
                .get("html")
                .getAsString();
    }

    private static List<Integer> statuses(String url, Person... people) {
        return Stream.of(people)
                .map(person -> person == VISITOR
                        ? get(url).statusCode()
                        : session(person).get(url).status())
                .toList();
    }

    private static Reply upload(Person person, String name, byte[] content) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        address("/api/v1/attachments?name=" + URLEncoder.encode(name, UTF_8)))
                .header("Accept-Language", "en")
                .header("Origin", TestStack.get().url())
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content));
        return new Reply(send(request, person.token(), HttpResponse.BodyHandlers.ofString()));
    }

    private static HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request, null, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Pages know members by their session; a token counts for the API alone. */
    private static BlindBrowser session(Person person) {
        return SESSIONS.computeIfAbsent(person, one -> {
            BlindBrowser browser = new BlindBrowser(TestStack.get().url());
            browser.login(one.name().toLowerCase(Locale.ROOT) + "@example.org", "hilft-demo", "/");
            return browser;
        });
    }

    private static <T> HttpResponse<T> send(
            HttpRequest.Builder request, @Nullable String token, HttpResponse.BodyHandler<T> body) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return CLIENT.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static URI address(String path) {
        return URI.create(TestStack.get().url() + path);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static List<String> incoming() {
        try (Stream<Path> files = Files.list(TestStack.get().folder().resolve("attachments/incoming"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] png(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, x * 7 % 256 << 8 | (y % 256));
            }
        }
        image.setRGB(0, 0, Color.RED.getRGB());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A PNG whose header has been given another size; its checksum no longer fits, and no reader minds before decoding. */
    private static byte[] claims(int width, int height) {
        byte[] bytes = png(4, 4);
        ByteBuffer.wrap(bytes).putInt(16, width).putInt(20, height);
        return bytes;
    }
}
