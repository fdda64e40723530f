package hilft.stack.social;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The file that remembers posts and permissions from one start to the next; readable by its owner alone. */
final class Archive {
    private static final JsonSerializer<Instant> OUT =
            (instant, type, context) -> new JsonPrimitive(instant.toString());
    private static final JsonDeserializer<Instant> IN = (json, type, context) -> Instant.parse(json.getAsString());
    private static final Gson GSON = new GsonBuilder()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .registerTypeAdapter(Instant.class, OUT)
            .registerTypeAdapter(Instant.class, IN)
            .create();

    private final Path file;

    Archive(Path file) {
        this.file = file;
    }

    /** All that is worth remembering. */
    record Memory(List<Account> accounts, List<Post> posts, List<Grants.Token> tokens) {}

    Optional<Memory> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(GSON.fromJson(Files.readString(file), Memory.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void write(Memory memory) {
        try {
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(next, GSON.toJson(memory));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
