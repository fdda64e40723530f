package hilft.forum.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

/** A folder outside of the web root that all nodes share, with 256 folders in it. */
@ApplicationScoped
class FolderStorage implements AttachmentStorage {

    private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

    @Inject
    @ConfigProperty(name = "hilft.attachment.directory", defaultValue = "attachments")
    String folder;

    @Inject
    @ConfigProperty(name = "hilft.attachment.free-megabytes", defaultValue = "200")
    long spareMegabytes;

    @Inject
    Clock clock;

    @Override
    public boolean hasRoom(long bytes) {
        try {
            return Files.getFileStore(made(folder())).getUsableSpace() - bytes >= spareMegabytes << 20;
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public Path incoming() throws IOException {
        return made(folder().resolve("incoming")).resolve(UUID.randomUUID().toString());
    }

    @Override
    public void store(String name, byte[] bytes) throws IOException {
        Path place = place(name);
        Path parent = made(place.resolveSibling("."));
        Path written = incoming();
        try {
            try (FileChannel file = FileChannel.open(written, CREATE_NEW, WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    file.write(rest);
                }
                file.force(true);
            }
            Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
        // the name is as durable as the bytes only when its folder has been written, too
        try (FileChannel names = FileChannel.open(parent, READ)) {
            names.force(true);
        }
    }

    @Override
    public StoredFile open(String name) throws IOException {
        Path place = place(name);
        return new StoredFile(Files.newInputStream(place), Files.size(place));
    }

    @Override
    public void remove(String name) throws IOException {
        Files.deleteIfExists(place(name));
    }

    @Override
    public void sweep() throws IOException {
        Instant before = clock.instant().minus(LONGEST_UPLOAD);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(made(folder().resolve("incoming")))) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path place(String name) {
        if (!name.matches("[a-z0-9]{2}[a-z0-9-]*\\.[a-z]+")) {
            throw new IllegalArgumentException(name);
        }
        return folder().resolve(name.substring(0, 2)).resolve(name);
    }

    private Path folder() {
        return Path.of(folder);
    }

    private static Path made(Path folder) throws IOException {
        return Files.createDirectories(folder.normalize());
    }
}
