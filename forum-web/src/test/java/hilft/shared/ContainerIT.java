package hilft.shared;

import hilft.forum.question.Question;
import jakarta.annotation.Resource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.util.Arrays;
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
    void entitiesAreWoven() {
        assertThat(Arrays.stream(Question.class.getInterfaces()).map(Class::getSimpleName))
                .contains("PersistenceWeaved", "PersistenceWeavedChangeTracking");
    }
}
