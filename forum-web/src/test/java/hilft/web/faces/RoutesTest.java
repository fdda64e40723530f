package hilft.web.faces;

import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesTest {

    @Test
    void aThreadIsFoundWithAndWithoutItsSlug() {
        assertThat(Routes.find("/questions/42/router-startet-neu"))
                .contains(
                        new Routes.Place("/question/question.xhtml", Map.of("id", "42", "slug", "router-startet-neu")));
        assertThat(Routes.find("/questions/42"))
                .contains(new Routes.Place("/question/question.xhtml", Map.of("id", "42")));
    }

    @Test
    void editingIsNotMistakenForASlug() {
        assertThat(Routes.find("/questions/42/edit").orElseThrow().view()).isEqualTo("/question/edit-question.xhtml");
    }

    @Test
    void aNewLinkOutIsNotMistakenForAnId() {
        assertThat(Routes.find("/desk/link-outs/new").orElseThrow().view()).isEqualTo("/desk/new-link-out.xhtml");
        assertThat(Routes.find("/desk/link-outs/12").orElseThrow().parameters()).containsEntry("id", "12");
    }

    @Test
    void aTagIsDecodedAndAPlusStaysAPlus() {
        assertThat(Routes.find("/tags/c++").orElseThrow().parameters()).containsEntry("tag", "c++");
        assertThat(Routes.find("/tags/st%C3%B6rung").orElseThrow().parameters()).containsEntry("tag", "störung");
    }

    @Test
    void aBrokenEscapeIsTakenAsItStands() {
        assertThat(Routes.find("/tags/100%").orElseThrow().parameters()).containsEntry("tag", "100%");
    }

    @Test
    void aSlashAtTheEndChangesNothing() {
        assertThat(Routes.find("/leaderboard/")).isEqualTo(Routes.find("/leaderboard"));
    }

    @Test
    void whatIsNotInTheTableHasNoView() {
        assertThat(Routes.find("/home/home.xhtml")).isEmpty();
        assertThat(Routes.find("/api/v1/questions")).isEmpty();
    }
}
