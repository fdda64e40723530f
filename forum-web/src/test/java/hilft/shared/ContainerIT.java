package hilft.shared;

import hilft.forum.member.EndedSessions;
import hilft.forum.question.Question;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The server, the database and the mapping fit together. */
@ArquillianTest
class ContainerIT {
    @Resource(lookup = "java:app/jdbc/hilft")
    DataSource dataSource;

    @Inject
    EndedSessions endedSessions;

    @PersistenceContext(unitName = "hilft")
    EntityManager entities;

    @Deployment
    static WebArchive deployment() {
        return Deployments.domain();
    }

    @Test
    void theSchemaIsMigratedAndReadable() {
        assertThat(entities.createQuery("select count(q) from Question q", Long.class)
                        .getSingleResult())
                .isNotNegative();
    }

    @Test
    void theApplicationMayNotChangeTheSchema() {
        assertThatThrownBy(() -> {
                    try (var connection = dataSource.getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute("create table intruder (id int)");
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("denied");
    }

    @Test
    void anEndedSessionIsKnownForAsLongAsItCouldHaveGoneOn() throws SQLException {
        endedSessions.end("of-today");
        endedSessions.end("of-today");
        endedSessions.end("of-30-days-ago");
        endedSessions.end("of-32-days-ago");
        age("of-30-days-ago", 30);
        age("of-32-days-ago", 32);

        endedSessions.forget();

        assertThat(Stream.of("of-today", "of-30-days-ago", "of-32-days-ago", "unknown")
                        .filter(endedSessions::contains))
                .containsExactly("of-today", "of-30-days-ago");
    }

    private void age(String session, int days) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "update ended_session set ended_at = ended_at - interval ? day where session_id = ?")) {
            statement.setInt(1, days);
            statement.setString(2, session);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void entitiesAreWoven() {
        assertThat(Arrays.stream(Question.class.getInterfaces()).map(Class::getSimpleName))
                .contains("PersistenceWeaved", "PersistenceWeavedChangeTracking");
    }
}
