package hilft.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FolderTest {
    @TempDir
    Path place;

    @Test
    void aSecondStackIsKeptOutUntilTheFirstIsClosed() {
        try (var first = Folder.open(place)) {
            assertThatThrownBy(() -> Folder.open(place))
                    .isInstanceOf(StackProblem.class)
                    .hasMessageContaining("Another Hilft is running in " + first.path());
        }
        Folder.open(place).close();
    }

    @Test
    void aSecretStaysTheSameForTheNextStart() {
        String secret;
        try (var first = Folder.open(place)) {
            secret = first.secret("database.password");
        }
        try (var second = Folder.open(place)) {
            assertThat(second.secret("database.password")).isEqualTo(secret);
            assertThat(second.secret("other")).isNotEqualTo(secret);
        }
    }

    @Test
    void onlyTheOwnerReadsSecrets() throws IOException {
        try (var folder = Folder.open(place)) {
            folder.secret("database.password");
        }
        assertThat(Files.getPosixFilePermissions(place.resolve("secrets.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
