package hilft.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;

/** The folder that holds everything one stack keeps between two starts; a lock keeps a second stack out. */
final class Folder implements AutoCloseable {
    private static final long NEEDED_MEGABYTES = 1_500;

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;
    private volatile boolean closing;
    private final Properties secrets = new Properties();

    private Folder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    static Folder open(Path folder) {
        try {
            var path = Files.createDirectories(folder.toAbsolutePath()).toRealPath();
            Files.createDirectories(path.resolve("log"));
            Files.createDirectories(path.resolve("run"));
            var channel = FileChannel.open(
                    path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var opened = new Folder(path, channel, lock(path, channel));
            opened.requireSpace();
            opened.loadSecrets();
            return opened;
        } catch (IOException e) {
            throw new StackProblem(
                    "The folder " + folder + " cannot be used: " + e.getMessage(), "check its owner and the disk", e);
        }
    }

    private static FileLock lock(Path path, FileChannel channel) throws IOException {
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException heldByThisJvm) {
            // falls through to the same sentence
        }
        channel.close();
        throw new StackProblem(
                "Another Hilft is running in " + path, "stop it first (Ctrl-C in its window), or use its address");
    }

    private void requireSpace() throws IOException {
        var free = Files.getFileStore(path).getUsableSpace() / 1024 / 1024;
        if (free < NEEDED_MEGABYTES) {
            throw new StackProblem(
                    "Only " + free + " MB are free on the disk of " + path,
                    "free at least " + NEEDED_MEGABYTES + " MB (database, Keycloak and logs live there)");
        }
    }

    /** From now on no server starts in this folder, because the stack is being stopped. */
    void refuseServers() {
        closing = true;
    }

    void requireOpen() {
        if (closing) {
            throw new StackProblem("Hilft is being stopped", "start it again");
        }
    }

    void forgetServers() {
        for (var made : List.of(
                "mariadb",
                "keycloak",
                "forum",
                "search",
                "demo-content.journal",
                "demo-events.journal",
                OutsideWorld.MEMORY)) {
            deleteTree(path.resolve(made));
        }
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    Path log(String name) {
        return path.resolve("log").resolve(name + ".log");
    }

    Path pidFile(String name) {
        return path.resolve("run").resolve(name + ".pid");
    }

    /** A random secret that stays the same as long as the folder does. */
    String secret(String name) {
        return secret(name, 24, Base64.getUrlEncoder().withoutPadding());
    }

    /** The same as 32 bytes in Base64. */
    String secretKey(String name) {
        return secret(name, 32, Base64.getEncoder());
    }

    private synchronized String secret(String name, int length, Base64.Encoder encoder) {
        var known = secrets.getProperty(name);
        if (known != null) {
            return known;
        }
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        var secret = encoder.encodeToString(bytes);
        secrets.setProperty(name, secret);
        storeSecrets();
        return secret;
    }

    private void loadSecrets() throws IOException {
        if (Files.exists(secretsFile())) {
            try (var reader = Files.newBufferedReader(secretsFile())) {
                secrets.load(reader);
            }
        }
    }

    private void storeSecrets() {
        try {
            createPrivate(secretsFile());
            try (var writer = Files.newBufferedWriter(secretsFile())) {
                secrets.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path secretsFile() {
        return path.resolve("secrets.properties");
    }

    /** Creates the file empty, readable by its owner alone. */
    static void createPrivate(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    static void deleteTree(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copyTree(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
