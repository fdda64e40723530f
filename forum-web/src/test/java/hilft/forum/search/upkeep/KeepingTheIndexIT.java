package hilft.forum.search.upkeep;

import hilft.shared.Deployments;
import hilft.web.security.Patience;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The index in files of this node, which may be lost or damaged. */
@ArquillianTest
class KeepingTheIndexIT extends KeepingTheIndexCases {

    @Inject
    @ConfigProperty(name = "hilft.search.directory")
    String directory;

    @Deployment
    static WebArchive deployment() {
        return Deployments.domain().addClasses(Patience.class, KeepingTheIndexCases.class);
    }

    @Test
    void aFolderThatIsDeletedUnderTheRunningForumIsMadeAgain() throws IOException {
        long question = ask("Verschwundener Handschuh");
        awaitFound("Handschuh", question);
        Set<String> before = indexNames();
        deleteTree(Path.of(directory));

        Patience.awaitThat(
                () -> indexNames().stream().noneMatch(before::contains)
                        && !indexNames().isEmpty(),
                true);
        awaitReady();
        awaitFound("Handschuh", question);
        long later = ask("Handschuh taucht auf");
        awaitFound("Handschuh", question, later);
    }

    @Test
    void aDamagedIndexIsMadeAgain() throws IOException {
        long question = ask("Zerkratzte Schallplatte");
        awaitFound("Schallplatte", question);
        upkeep.stop();
        Set<String> before = indexNames();
        for (Path file : files(Path.of(directory))) {
            String name = file.getFileName().toString();
            if (name.endsWith(".cfs") || name.endsWith(".tim") || name.endsWith(".doc")) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
        begin.start();
        Patience.awaitThat(() -> indexNames().stream().noneMatch(before::contains), true);
        awaitReady();
        awaitFound("Schallplatte", question);
    }

    @Test
    void anIndexWhoseFilesAreHalfGoneIsMadeAgain() throws IOException {
        long question = ask("Halbe Pizza");
        awaitFound("Pizza", question);
        upkeep.stop();
        for (Path file : files(Path.of(directory))) {
            if (file.getFileName().toString().startsWith("segments")) {
                Files.delete(file);
            }
        }
        begin.start();
        awaitReady();
        awaitFound("Pizza", question);
    }

    @Test
    void whoReadsWhileTheIndexIsKeptReadsOn() {
        for (int look = 0; look < 100; look++) {
            upkeep.wake();
            assertThat(memberQueries.authors(Set.of(asker.id()))).hasSize(1);
        }
    }

    @Test
    void whatEveryIndexHasReadIsForgottenAndSoIsAnIndexThatNobodyKeeps() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            run(connection, """
                    insert into search_index (name, place, mapping, analysis, model, dimension, position, total, done,
                      next_id, made_at, heard_at)
                    values ('deserted', '%s', 1, '', '', 1, 0, 0, 0, 0, utc_timestamp(6), utc_timestamp(6))
                    """.formatted(place()));
            run(connection, """
                    insert into search_change (question_id, noted_at) values (0, utc_timestamp(6) - interval 1 day)
                    """);
            long old = newestOldChange();
            Patience.awaitThat(() -> position() >= old, true);
            changes.purge();
            assertThat(newestOldChange()).isEqualTo(old);

            run(connection, """
                    update search_index set heard_at = utc_timestamp(6) - interval 8 day where name = 'deserted'
                    """);
        }
        kept.forget();
        changes.purge();
        assertThat(newestOldChange()).isZero();
    }

    private long newestOldChange() {
        return changes.after(0, 10_000).stream()
                .filter(change -> change.questionId() == 0)
                .mapToLong(ThreadChange::id)
                .max()
                .orElse(0);
    }

    @Override
    String place() {
        return "lucene";
    }

    @Override
    Set<String> indexNames() {
        return new LuceneFolder(Path.of(directory)).names();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).toList());
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
