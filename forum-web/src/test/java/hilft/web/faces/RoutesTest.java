package hilft.web.faces;

import hilft.web.page.ConsoleStart;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    @Test
    void noFolderOfViewsIsLeftToTheContainerWhichWouldLeadToItsFiles() throws IOException {
        List<String> answered = Stream.of(ErrorServlet.class, NotAFile.class, ConsoleStart.class)
                .flatMap(servlet ->
                        Stream.of(servlet.getAnnotation(WebServlet.class).value()))
                .map(address -> address.replace("/*", ""))
                .toList();
        try (Stream<Path> files = Files.list(Path.of("src/main/webapp"))) {
            assertThat(files.filter(Files::isDirectory)
                            .map(folder -> "/" + folder.getFileName())
                            .filter(folder -> !folder.equals("/WEB-INF")))
                    .isNotEmpty()
                    .isSubsetOf(answered);
        }
    }
}
