package hilft.web.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Secrets in files, as container platforms hand them out. */
class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void theLineEndAfterASecretIsNoPartOfIt() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "open sesame\n");

        assertThat(Secrets.read(file.toString())).contains("open sesame");
    }

    @Test
    void anEmptyFileIsNoSecret() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "\n");

        assertThat(Secrets.read(file.toString())).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Secrets.read(folder + "/none"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder + "/none");
    }
}
