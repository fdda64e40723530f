package hilft.shared;

import hilft.forum.member.EndedSessions;
import hilft.forum.member.MemberProblem;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.forum.member.Members;
import hilft.forum.member.Role;
import hilft.forum.member.SignIn;
import hilft.forum.question.Question;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

    @Inject
    Members members;

    @Inject
    MemberQueries queries;

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
    void aHandleGivenUpLeadsToItsMemberAndIsNobodyElses() throws SQLException {
        long anna = joins("handle-anna", "Anna Wandel");
        long other = joins("handle-other", "Anna Andere");
        String before = handle(anna);

        members.chooseHandle(anna, " Anna-Neu ");
        assertThat(queries.findByHandle(before)).isEmpty();
        assertThat(queries.findByAnyHandle(before).map(MemberView::handle)).hasValue("anna-neu");
        for (String taken : List.of(before, "anna-neu")) {
            assertThatThrownBy(() -> members.chooseHandle(other, taken))
                    .isInstanceOfSatisfying(
                            MemberProblem.class,
                            problem -> assertThat(problem.code()).isEqualTo("member.handle_taken"));
        }
        assertThatThrownBy(() -> members.chooseHandle(anna, "anna-noch-neuer"))
                .isInstanceOfSatisfying(
                        MemberProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo("member.handle_changed_lately"));
        long namesake = joins("handle-namesake", "Anna Wandel");
        assertThat(handle(namesake)).isNotEqualTo(before);

        execute("update member set handle_changed_at = handle_changed_at - interval 31 day where id = " + anna);
        entities.clear();
        members.chooseHandle(anna, before);
        assertThat(queries.findByAnyHandle("anna-neu").map(MemberView::handle)).hasValue(before);

        members.delete("handle-anna");
        assertThat(queries.findByAnyHandle(before)).isEmpty();
        assertThatThrownBy(() -> members.chooseHandle(other, before)).isInstanceOf(MemberProblem.class);
    }

    @Test
    void oneOfManyWhoWantTheSameHandleGetsIt() throws Exception {
        List<Long> ids = IntStream.range(0, 8)
                .mapToObj(n -> joins("racing-" + n, "Rennende " + n))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Boolean>> tries = ids.stream()
                    .map(id -> pool.submit(() -> {
                        start.await();
                        try {
                            members.chooseHandle(id, "der-eine-name");
                            return true;
                        } catch (RuntimeException taken) {
                            return false;
                        }
                    }))
                    .toList();
            start.countDown();
            int won = 0;
            for (Future<Boolean> one : tries) won += one.get(60, TimeUnit.SECONDS) ? 1 : 0;
            assertThat(won).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(ids.stream().map(this::handle).filter("der-eine-name"::equals))
                .hasSize(1);
    }

    private long joins(String subject, String name) {
        return members.signIn(new SignIn(subject, name, subject + "@example.org", true, Set.of(Role.CUSTOMER), "de"))
                .id();
    }

    private String handle(long id) {
        return queries.find(id).orElseThrow().handle();
    }

    private void execute(String statement) throws SQLException {
        try (var connection = dataSource.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            assertThat(prepared.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void entitiesAreWoven() {
        assertThat(Arrays.stream(Question.class.getInterfaces()).map(Class::getSimpleName))
                .contains("PersistenceWeaved", "PersistenceWeavedChangeTracking");
    }
}
