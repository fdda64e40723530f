package hilft.forum.search.upkeep;

import hilft.forum.search.analysis.Analysis;
import hilft.forum.search.index.SearchIndex;
import hilft.forum.search.index.Vectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/** A folder of this node with one folder for each index; another process that comes by finds it locked. */
final class LuceneFolder implements IndexPlace {

    /** Holds the index's name; where it is missing, no index of ours is. */
    private static final String NAME = "name";

    private static final String POSITION = "position";

    private final Path folder;
    private @Nullable FileChannel lockFile;
    private @Nullable FileLock lock;

    LuceneFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String kind() {
        return "lucene";
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public boolean holdsVectors() {
        return true;
    }

    @Override
    public boolean take() {
        if (lock != null && lock.isValid() && Files.exists(folder.resolve("lock"))) {
            return true;
        }
        leave();
        try {
            Files.createDirectories(folder);
            lockFile = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException taken) {
            lock = null;
        } catch (IOException unwritable) {
            throw new PlaceProblem(folder + " cannot be written: " + unwritable, unwritable);
        }
        if (lock == null) {
            leave();
            throw new PlaceProblem(folder + " is used by another process; each node needs a folder of its own", null);
        }
        return true;
    }

    @Override
    public Set<String> names() {
        if (!Files.exists(folder)) {
            return new HashSet<>();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(path -> path.getFileName().toString())
                    .filter(this::has)
                    .collect(Collectors.toCollection(HashSet::new));
        } catch (IOException unreadable) {
            throw new PlaceProblem(folder + " cannot be read: " + unreadable, unreadable);
        }
    }

    @Override
    public void make(String name) {
        try {
            Files.createDirectory(folder.resolve(name));
            Files.writeString(folder.resolve(name).resolve(NAME), name);
        } catch (IOException unwritable) {
            throw new PlaceProblem(folder + " cannot be written: " + unwritable, unwritable);
        }
    }

    @Override
    public SearchIndex open(String name, int dimension, Analysis analysis, Vectors vectors) {
        return SearchIndex.open(folder.resolve(name), dimension, analysis, vectors);
    }

    @Override
    public boolean has(String name) {
        return Files.exists(folder.resolve(name).resolve(NAME));
    }

    @Override
    public long position(String name) {
        try {
            Path file = folder.resolve(name).resolve(POSITION);
            return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
        } catch (IOException | NumberFormatException unreadable) {
            return 0;
        }
    }

    @Override
    public void position(String name, long position) {
        try {
            Files.writeString(folder.resolve(name).resolve(POSITION), Long.toString(position));
        } catch (IOException unwritable) {
            throw new PlaceProblem(folder + " cannot be written: " + unwritable, unwritable);
        }
    }

    @Override
    public boolean isSound(String name) {
        return SearchIndex.isSound(folder.resolve(name));
    }

    @Override
    public void remove(String name) {
        Path gone = folder.resolve(name);
        if (!Files.exists(gone)) {
            return;
        }
        try (Stream<Path> files = Files.walk(gone)) {
            // without its name it is no index any more, however far this gets
            Files.deleteIfExists(gone.resolve(NAME));
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException busy) {
            throw new PlaceProblem(gone + " cannot be removed: " + busy, busy);
        }
    }

    @Override
    public void leave() {
        try {
            if (lock != null) {
                lock.release();
            }
            if (lockFile != null) {
                lockFile.close();
            }
        } catch (IOException gone) {
            // the system releases it with the process at the latest
        } finally {
            lock = null;
            lockFile = null;
        }
    }
}
