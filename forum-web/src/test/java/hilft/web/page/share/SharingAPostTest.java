package hilft.web.page.share;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SharingAPostTest {

    @ParameterizedTest
    @CsvSource({
        "mastodon.social, mastodon.social",
        "' Mastodon.Social ', mastodon.social",
        "https://chaos.social/, chaos.social",
        "https://chaos.social/@anna, chaos.social",
        "@anna@example.social, example.social",
        "anna@social.xn--mnchen-3ya.de, social.xn--mnchen-3ya.de"
    })
    void aServerIsReadOutOfWhatPeopleType(String typed, String server) {
        assertThat(MastodonServer.of(typed)).contains(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mastodon",
                "localhost",
                "127.0.0.1",
                "a b.social",
                "social.example:8443",
                "-x.social",
                "javascript:alert(1)",
                "https://",
                "x..social",
                "münchen.social"
            })
    void nothingElseBecomesALink(String typed) {
        assertThat(MastodonServer.of(typed)).isEmpty();
    }

    @Test
    void titlesCannotBreakOutOfALink() {
        ShareLinks links = new ShareLinks("https://hilft.example/questions/42", "Router & \"WLAN\" + 50 % <weg>?");
        assertThat(links.x())
                .isEqualTo(
                        "https://x.com/intent/post?text=Router%20%26%20%22WLAN%22%20%2B%2050%20%25%20%3Cweg%3E%3F&url=https%3A%2F%2Fhilft.example%2Fquestions%2F42");
        assertThat(links.mail()).startsWith("mailto:?subject=Router%20%26%20").doesNotContain("+", " ", "<", "\"");
        assertThat(ShareLinks.mastodon("a.social", links.url(), "a&b"))
                .isEqualTo("https://a.social/share?text=a%26b%0A%0Ahttps%3A%2F%2Fhilft.example%2Fquestions%2F42");
    }
}
