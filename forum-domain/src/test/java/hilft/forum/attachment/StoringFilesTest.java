package hilft.forum.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A file is there as a whole or not at all, and only where it belongs. */
class StoringFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    @TempDir
    Path folder;

    private Path attachments = Path.of("");
    private final FolderStorage storage = new FolderStorage();

    @BeforeEach
    void open() {
        attachments = folder.resolve("attachments");
        storage.folder = attachments.toString();
        storage.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Test
    void whatIsStoredIsReadAndRemoved() throws IOException {
        storage.store("ab12-full.jpg", new byte[] {1, 2, 3});
        assertThat(read("ab12-full.jpg")).containsExactly(1, 2, 3);
        assertThat(all()).containsExactly("ab/ab12-full.jpg");
        storage.remove("ab12-full.jpg");
        storage.remove("ab12-full.jpg");
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> storage.open("ab12-full.jpg"));
    }

    @Test
    void aFailureLeavesNothingBehind() throws IOException {
        Files.createDirectories(attachments);
        Files.createFile(attachments.resolve("ab"));
        assertThatIOException().isThrownBy(() -> storage.store("ab12-full.jpg", new byte[] {1}));
        assertThat(all()).containsExactly("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "ab/../cd.jpg", "/etc/passwd", "ab12", "", "AB12.jpg", "ab\0.jpg"})
    void noNameLeadsOut(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> storage.store(name, new byte[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> storage.open(name));
    }

    @Test
    void thereIsRoomWhileSomethingIsToSpare() {
        assertThat(storage.hasRoom(1)).isTrue();
        storage.spareMegabytes = Long.MAX_VALUE >> 20;
        assertThat(storage.hasRoom(1)).isFalse();
    }

    @Test
    void aFolderThatCannotBeMadeHasNoRoom() throws IOException {
        Files.createFile(attachments);
        assertThat(storage.hasRoom(1)).isFalse();
        assertThatIOException().isThrownBy(storage::incoming);
    }

    @Test
    void onlyWhatIsLongOnItsWayIsSwept() throws IOException {
        Path old = arrived(Duration.ofMinutes(61));
        Path fresh = arrived(Duration.ofMinutes(59));
        storage.store("ab12-full.jpg", new byte[] {1});
        storage.sweep();
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        assertThat(read("ab12-full.jpg")).hasSize(1);
    }

    private Path arrived(Duration ago) throws IOException {
        Path file = Files.createFile(storage.incoming());
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(ago)));
        return file;
    }

    private byte[] read(String name) throws IOException {
        try (InputStream content = storage.open(name).content()) {
            return content.readAllBytes();
        }
    }

    private Stream<String> all() throws IOException {
        try (Stream<Path> files = Files.walk(attachments)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> attachments.relativize(file).toString())
                    .toList()
                    .stream();
        }
    }
}
