package hilft.web.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReturnToTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/questions/42/router-blinkt?page=2", "/search?q=a//b", "/tags/e-sim", "/login-tips"})
    void aPageOfTheForumIsReturnedTo(String path) {
        assertThat(ReturnTo.local(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "questions",
                "//evil.example",
                "/\\evil.example",
                "/a\\b",
                "https://evil.example/",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y",
                "/\t/evil.example",
                "/login?returnTo=/login",
                "/logout",
                "/register",
                "/callback?code=x",
                "/login-error"
            })
    void anythingElseLeadsHome(String path) {
        assertThat(ReturnTo.local(path)).isEqualTo("/");
    }

    @Test
    void nothingLeadsHome() {
        assertThat(ReturnTo.local(null)).isEqualTo("/");
        assertThat(ReturnTo.local("/" + "a".repeat(2000))).isEqualTo("/");
    }

    @Test
    void theWayBackIsReadFromTheAddressThatBeganTheLogin() {
        assertThat(ReturnTo.fromAddress("http://localhost:8080/login?x=1&returnTo=%2Fask%3Ftitle%3DWLAN"))
                .isEqualTo("/ask?title=WLAN");
        assertThat(ReturnTo.fromAddress("http://localhost:8080/login?returnTo=%2F%2Fevil.example"))
                .isEqualTo("/");
        assertThat(ReturnTo.fromAddress("http://localhost:8080/login?returnTo=%ZZ"))
                .isEqualTo("/");
        assertThat(ReturnTo.fromAddress(null)).isEqualTo("/");
    }
}
