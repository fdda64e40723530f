package hilft.web.cache;

import hilft.forum.shared.Cursor;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which addresses have a page that is shared, and what of them makes a difference. */
class FindingAPlaceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/questions",
                "/questions/42",
                "/questions/42/a-title-1",
                "/questions/42/feed.atom",
                "/feed.atom",
                "/categories/internet",
                "/categories/internet/feed.atom",
                "/tags/w%C3%BCrfel",
                "/tags/wlan/feed.atom",
                "/sitemap.xml",
                "/sitemap-3.xml",
                "/opensearch.xml",
                "/members/Anna_1",
                "/leaderboard",
                "/legal/terms"
            })
    void pagesForEverybodyAreShared(String path) {
        assertThat(find(path, null)).map(Place::path).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/ask",
                "/search",
                "/questions/",
                "/questions/42/edit/x",
                "/questions/1234567890123456789",
                "/questions/42/Title",
                "/sitemap-x.xml",
                "/sitemapxml",
                "/feedXatom",
                "/legal/terms/1",
                "/api/v1/questions",
                "/assets/0123/hilft.css",
                "/settings",
                "/desk"
            })
    void allOthersAreNot(String path) {
        assertThat(find(path, null)).isEmpty();
    }

    @Test
    void answersHaveOtherOrdersThanLists() {
        assertThat(find("/questions/42/titel", Map.of("sort", "oldest"))
                        .orElseThrow()
                        .query())
                .isEqualTo("sort=oldest");
        assertThat(find("/questions/42/titel", Map.of("sort", "hot"))
                        .orElseThrow()
                        .query())
                .isEmpty();
        assertThat(find("/questions", Map.of("sort", "hot")).orElseThrow().query())
                .isEqualTo("sort=hot");
        assertThat(find("/questions", Map.of("sort", "oldest")).orElseThrow().query())
                .isEmpty();
    }

    @Test
    void aThreadIsReadButItsFeedIsNot() {
        assertThat(find("/questions/42/titel", null).orElseThrow().isThreadRead())
                .isTrue();
        assertThat(find("/questions/42/feed.atom", null).orElseThrow().isThreadRead())
                .isFalse();
        assertThat(find("/questions", null).orElseThrow().isThreadRead()).isFalse();
    }

    @Test
    void onlyWhatThePageKnowsMakesADifferenceInWhicheverOrder() {
        var one = find("/questions", Map.of("state", "solved", "sort", "votes", "utm_source", "mail"));
        var other = find("/questions", Map.of("sort", "votes", "x", "1", "state", "solved"));
        assertThat(one.orElseThrow().query())
                .isEqualTo("state=solved&sort=votes")
                .isEqualTo(other.orElseThrow().query());
        assertThat(find("/questions", Map.of("tag", "fritz!box", "category", "internet"))
                        .orElseThrow()
                        .query())
                .isEqualTo("category=internet&tag=fritz%21box");
        assertThat(find("/", Map.of("lang", "xx")).orElseThrow().query()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "solved ", "1e9", "../..", "%00"})
    void aValueThatThePageDoesNotKnowMakesNoPageOfItsOwn(String value) {
        Map<String, String> query =
                Map.of("state", value, "sort", value, "after", value, "lang", value, "period", value);
        for (String path : List.of("/questions", "/", "/questions/42", "/leaderboard", "/tags/wlan")) {
            assertThat(find(path, query).orElseThrow().query()).as(path).isEmpty();
        }
        assertThat(find("/questions", Map.of("after", "x".repeat(9_000)))
                        .orElseThrow()
                        .query())
                .isEmpty();
        assertThat(find("/members/anna", Map.of("show", value)).orElseThrow().query())
                .isEmpty();
        assertThat(find("/members/anna", Map.of("show", "answers"))
                        .orElseThrow()
                        .query())
                .isEqualTo("show=answers");
        String cursor = new Cursor(5, 7).encode();
        assertThat(find("/questions", Map.of("after", cursor)).orElseThrow().query())
                .isEqualTo("after=" + cursor);
    }

    private static Optional<Place> find(String path, @Nullable Map<String, String> query) {
        return Place.of((HttpServletRequest) Proxy.newProxyInstance(
                FindingAPlaceTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getRequestURI" -> path;
                    case "getQueryString" -> query == null ? null : "given";
                    case "getParameter" -> query == null ? null : query.get(String.valueOf(arguments[0]));
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }
}
