package hilft.stack.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers each deed as soon as the forum has confirmed it, so that an interrupted loading goes on where it ended. */
final class Journal implements AutoCloseable {
    private static final String START = "start";
    private static final String COMPLETE = "complete";
    private static final String WITHOUT_ID = "-";

    private final Map<String, String> entries = new HashMap<>();
    private final BufferedWriter writer;

    private Journal(BufferedWriter writer) {
        this.writer = writer;
    }

    static Journal open(Path file) {
        try {
            var text = Files.exists(file) ? Files.readString(file) : "";
            // the machine may have stopped in the middle of a line
            var whole = text.substring(0, text.lastIndexOf('\n') + 1);
            Files.writeString(file, whole);
            var journal = new Journal(Files.newBufferedWriter(file, StandardOpenOption.APPEND));
            whole.lines()
                    .map(line -> line.split(" ", 2))
                    .forEach(entry -> journal.entries.put(entry[0], entry[entry.length - 1]));
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The moment from which all ages count back: the first time it is asked for. */
    Instant start(Instant now) {
        if (!entries.containsKey(START)) {
            write(START, now.toString());
        }
        return Instant.parse(get(START));
    }

    boolean isDone(String key) {
        return entries.containsKey(key);
    }

    boolean isComplete() {
        return isDone(COMPLETE);
    }

    long id(String key) {
        return Long.parseLong(get(key));
    }

    void done(String key, @Nullable Long id) {
        write(key, id == null ? WITHOUT_ID : id.toString());
    }

    void complete() {
        write(COMPLETE, WITHOUT_ID);
    }

    private String get(String key) {
        var value = entries.get(key);
        if (value == null) {
            throw new IllegalStateException(key + " has not been done yet");
        }
        return value;
    }

    private void write(String key, String value) {
        try {
            writer.write(key + " " + value + "\n");
            writer.flush();
            entries.put(key, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
