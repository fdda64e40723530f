package hilft.web.page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalPathTest {

    @Test
    void aPathOfTheForumIsKept() {
        assertThat(LocalPath.of("/questions?state=open#answers")).isEqualTo("/questions?state=open#answers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example", "/\\evil.example", "questions", "", "/\nx", "/a b"})
    void whatCouldLeadElsewhereLeadsHome(String path) {
        assertThat(LocalPath.of(path)).isEqualTo("/");
    }

    @Test
    void nothingLeadsHome() {
        assertThat(LocalPath.of(null)).isEqualTo("/");
    }
}
