package hilft.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Unpacked servers, shared by all stacks of this account and outside of {@code target}, so that a clean build keeps them. */
final class Cache {
    private Cache() {}

    /** The folder of that name, filled once; other processes wait while one fills it. */
    static Path folder(String name, Consumer<Path> fill) {
        try {
            var base = Files.createDirectories(base());
            var folder = base.resolve(name);
            var done = base.resolve(name + ".done");
            if (Files.exists(done)) {
                return folder;
            }
            try (var channel = FileChannel.open(
                            base.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.exists(done)) {
                    Folder.deleteTree(folder);
                    fill.accept(Files.createDirectories(folder));
                    Files.createFile(done);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isFilled(String name) {
        return Files.exists(base().resolve(name + ".done"));
    }

    private static Path base() {
        var configured = System.getenv("HILFT_CACHE");
        return configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "hilft")
                : Path.of(configured);
    }
}
