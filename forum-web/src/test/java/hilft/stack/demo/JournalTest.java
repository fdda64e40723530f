package hilft.stack.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JournalTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("journal");
    }

    @Test
    void itGoesOnAfterTheLastConfirmedDeed() {
        try (var journal = Journal.open(file)) {
            journal.start(MONDAY);
            journal.done("question.a", 50L);
            journal.done("question.a.up.helper", null);
        }
        try (var journal = Journal.open(file)) {
            assertThat(journal.start(MONDAY.plusSeconds(3600))).isEqualTo(MONDAY);
            assertThat(journal.id("question.a")).isEqualTo(50);
            assertThat(journal.isDone("question.a.up.helper")).isTrue();
            assertThat(journal.isDone("question.b")).isFalse();
            assertThat(journal.isComplete()).isFalse();
        }
    }

    @Test
    void halfALineCountsForNothing() throws IOException {
        try (var journal = Journal.open(file)) {
            journal.done("question.a", 50L);
        }
        Files.writeString(file, "question.b 5", StandardOpenOption.APPEND);
        try (var journal = Journal.open(file)) {
            assertThat(journal.isDone("question.b")).isFalse();
            journal.done("question.b", 51L);
        }
        try (var journal = Journal.open(file)) {
            assertThat(journal.id("question.b")).isEqualTo(51);
        }
    }

    @Test
    void itKnowsWhenEverythingIsDone() {
        try (var journal = Journal.open(file)) {
            journal.complete();
        }
        try (var journal = Journal.open(file)) {
            assertThat(journal.isComplete()).isTrue();
        }
    }
}
