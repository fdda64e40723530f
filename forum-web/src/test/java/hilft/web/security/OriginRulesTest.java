package hilft.web.security;

import hilft.web.security.OriginRules.Write;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OriginRulesTest {

    private static final String OWN = "https://hilft.example.org";
    private final OriginRules rules = new OriginRules(OWN);

    @Test
    void ownPagesWrite() {
        assertThat(rules.allow(post("/ask", OWN, "same-origin"))).isTrue();
        assertThat(rules.allow(post("/ask", OWN, null))).isTrue();
        assertThat(rules.allow(post("/ask", null, "same-origin"))).isTrue();
    }

    @Test
    void aReadWithAFormInItsAddressIsNoneAndAWriteIsNotReadToKnow() {
        assertThat(OriginFilter.holdsForm(request("GET"))).isTrue();
        assertThatThrownBy(() -> request("POST").getParameter("x")).hasMessage("its body is read");
        assertThat(OriginFilter.holdsForm(request("POST"))).isFalse();
    }

    private static HttpServletRequest request(String method) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                OriginRulesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getQueryString" -> "jakarta.faces.ViewState=stateless";
                    case "getParameter" -> {
                        if (method.equals("POST")) throw new IllegalStateException("its body is read");
                        yield "stateless";
                    }
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://hilft.example.org.evil.example",
                "http://hilft.example.org",
                "https://hilft.example.org:8443",
                "null"
            })
    void foreignPagesDoNot(String origin) {
        assertThat(rules.allow(post("/ask", origin, null))).isFalse();
        assertThat(rules.allow(post("/ask", origin, "same-origin"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void whatTheBrowserCallsForeignStaysOut(String site) {
        assertThat(rules.allow(post("/ask", OWN, site))).isFalse();
        assertThat(rules.allow(post("/ask", null, site))).isFalse();
    }

    @Test
    void aWriteThatTellsNothingStaysOut() {
        assertThat(rules.allow(post("/api/v1/questions", null, null))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "PROPFIND"})
    void everyMethodButReadingIsAWrite(String method) {
        assertThat(rules.allow(new Write(method, "/", "https://evil.example", null, false, false)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void readingNeedsNoOrigin(String method) {
        assertThat(rules.allow(new Write(method, "/", "https://evil.example", "cross-site", false, false)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void aFormIsNotSentByReadingItsAddress(String method) {
        assertThat(rules.allow(new Write(method, "/questions/1/x", OWN, "same-origin", false, true)))
                .isFalse();
    }

    @Test
    void checkedTokensNeedNoOrigin() {
        assertThat(rules.allow(new Write("POST", "/api/v1/questions", null, null, true, false)))
                .isTrue();
    }

    @Test
    void machinesProveThemselvesOtherwise() {
        assertThat(rules.allow(post("/backchannel-logout", null, null))).isTrue();
        assertThat(rules.allow(post("/webhooks/facebook", null, null))).isTrue();
        assertThat(rules.allow(post("/unsubscribe/abc", null, null))).isTrue();
        assertThat(rules.allow(post("/backchannel-logout/x", null, null))).isFalse();
        assertThat(rules.allow(post("/webhooks", null, null))).isFalse();
    }

    private static Write post(String path, @Nullable String origin, @Nullable String site) {
        return new Write("POST", path, origin, site, false, false);
    }
}
