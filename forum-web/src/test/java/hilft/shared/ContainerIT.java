package hilft.shared;

import hilft.forum.block.Blocks;
import hilft.forum.category.Categories;
import hilft.forum.category.CategoryText;
import hilft.forum.comment.Comments;
import hilft.forum.member.EndedSessions;
import hilft.forum.member.MemberProblem;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.MemberView;
import hilft.forum.member.Members;
import hilft.forum.member.Role;
import hilft.forum.member.SignIn;
import hilft.forum.member.Viewer;
import hilft.forum.mention.Mentions;
import hilft.forum.moderation.Moderations;
import hilft.forum.notification.NotificationKind;
import hilft.forum.notification.NotificationQueries;
import hilft.forum.notification.NotificationReason;
import hilft.forum.notification.NotificationView;
import hilft.forum.question.AnswerView;
import hilft.forum.question.PostId;
import hilft.forum.question.Question;
import hilft.forum.question.QuestionQueries;
import hilft.forum.question.QuestionText;
import hilft.forum.question.QuestionView;
import hilft.forum.question.Questions;
import hilft.forum.question.ReadingPositions;
import hilft.forum.question.SolutionChecks;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
    private static final String BODY = "Ein Text, der lang genug für eine Antwort ist.";

    @Resource(lookup = "java:app/jdbc/hilft")
    DataSource dataSource;

    @Inject
    EndedSessions endedSessions;

    @Inject
    Members members;

    @Inject
    MemberQueries memberQueries;

    @Inject
    Categories categories;

    @Inject
    Questions questions;

    @Inject
    QuestionQueries queries;

    @Inject
    SolutionChecks checks;

    @Inject
    ReadingPositions positions;

    @Inject
    NotificationQueries notifications;

    @Inject
    Blocks blocks;

    @Inject
    Comments comments;

    @Inject
    Moderations moderations;

    @PersistenceContext(unitName = "hilft")
    EntityManager entities;

    @Deployment
    static WebArchive deployment() {
        return Deployments.shared();
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
    void whoeverHasTheProblemIsAskedOnceWhetherAnOldSolutionWorks() throws SQLException {
        Viewer asker = join();
        Viewer author = join();
        Viewer one = join();
        Viewer other = join();
        Viewer late = join();
        long question = ask(asker);
        long answer = questions.answer(question, BODY, author);
        Stream.of(one, other, late).forEach(member -> questions.meToo(question, member));
        questions.accept(question, answer, asker);
        sql(
                "update me_too set said_at = said_at - interval 190 day where question_id = ? and member_id <> ?",
                question,
                late.id());
        askAll();
        assertThat(asked(one, other, late)).as("it is new").containsExactly(0L, 0L, 0L);

        sql("update answer set valid_at = valid_at - interval 181 day where id = ?", answer);
        askAll();
        askAll();
        assertThat(asked(one, other, late)).containsExactly(1L, 1L, 0L);
        assertThatThrownBy(() -> checks.answer(answer, true, late)).hasMessage("question.not_asked");
        assertThat(checks.open(other.id(), Set.of(answer, -1L))).containsExactly(answer);
        assertThat(checks.open(late.id(), Set.of(answer))).isEmpty();
        checks.answer(answer, false, other);
        assertThat(checks.open(other.id(), Set.of(answer))).isEmpty();
        assertThat(notifications.count(other.id()).unread())
                .as("who has answered has read it")
                .isZero();
        assertThat(notifications.count(one.id()).unread()).isEqualTo(1);
        checks.answer(answer, false, one);
        checks.answer(answer, true, one);
        AnswerView shown = queries.findAnswer(answer, other).orElseThrow();
        assertThat(shown.works()).isEqualTo(1);
        assertThat(shown.broken()).isEqualTo(1);
        assertThat(shown.asked()).isFalse();
        assertThat(shown.validAt()).isAfter(Instant.now().minusSeconds(600));

        sql("update me_too set said_at = said_at - interval 190 day where question_id = ?", question);
        sql("update answer set valid_at = valid_at - interval 181 day where id = ?", answer);
        askAll();
        assertThat(asked(one, other, late)).containsExactly(1L, 1L, 1L);
        assertThat(queries.findAnswer(answer, late).orElseThrow().asked()).isTrue();

        assertThatThrownBy(() -> checks.confirm(answer, late)).hasMessage("question.not_author");
        questions.unaccept(question, asker);
        assertThat(queries.findAnswer(answer, late).orElseThrow().validAt()).isNull();
        assertThatThrownBy(() -> checks.answer(answer, true, late)).hasMessage("question.unknown_answer");
    }

    @Test
    void whatTheNextReleaseTellsIsLeftOut() throws SQLException {
        Viewer member = join();
        long question = ask(member);
        questions.answer(question, BODY, join());
        sql("update notification set told_at = created_at where member_id = ?", member.id());
        sql(
                "insert into notification (id, member_id, kind, question_id, created_at)"
                        + " values (7000000000, ?, 'OF_THE_NEXT_RELEASE', ?, utc_timestamp(6))",
                member.id(),
                question);
        assertThat(notifications.page(member.id(), null, 10).items())
                .extracting(NotificationView::kind)
                .containsExactly(NotificationKind.ANSWER_WRITTEN);
        assertThat(notifications.groups(member.id(), null, 10).items()).hasSize(1);
    }

    private void askAll() {
        while (checks.askSome()) {
            // until nobody is left
        }
    }

    private List<Long> asked(Viewer... members) {
        return Stream.of(members)
                .map(member -> notifications.page(member.id(), null, 100).items().stream()
                        .filter(news -> news.kind() == NotificationKind.SOLUTION_CHECK)
                        .count())
                .toList();
    }

    @Test
    void whoIsNamedIsToldOnceWhenTheAuthorCanNoLongerTakeItBack() throws SQLException {
        Viewer asker = join();
        Viewer named = join();
        Viewer hurt = join();
        Viewer silent = join();
        Viewer follower = join();
        Viewer late = join();
        blocks.block(asker.id(), hurt.id());
        members.prefer(silent.id(), "de", true, false);
        long question = ask(asker, BODY + naming(asker, named, hurt, silent));
        assertThat(told(question, named, hurt, silent, asker))
                .as("for ten seconds nobody")
                .containsExactly("", "", "", "");
        tellAtOnce(question);
        assertThat(told(question, named, hurt, silent, asker)).containsExactly("MENTIONED", "", "", "");
        assertThat(notifications.page(named.id(), null, 1).items().get(0))
                .satisfies(news -> assertThat(news.reason()).isEqualTo(NotificationReason.MENTIONED))
                .satisfies(news -> assertThat(news.text()).startsWith(BODY));

        assertThat(queries.find(question, asker).orElseThrow().bodyHtml())
                .as("typed without a link")
                .contains(" <a href=\"/members/" + handle(named.id()) + "\"");

        questions.meToo(question, follower);
        long answer = questions.answer(question, BODY + naming(follower, named, late), asker);
        assertThat(queries.latest(question, Instant.now().minusSeconds(10), 5)).isEmpty();
        assertThat(queries.latest(question, Instant.now().plusSeconds(1), 5)).hasSize(1);
        long version = queries.findAnswer(answer, asker).orElseThrow().version();
        questions.editAnswer(answer, BODY + naming(named, follower, asker), "", version, asker);
        PostId post = PostId.answer(answer);
        long comment = comments.comment(post, "Kannst du das sagen?" + naming(late), asker);
        tellAtOnce(question);
        assertThat(told(question, follower)).as("once for each post").containsExactly("ANSWER_WRITTEN COMMENT_WRITTEN");
        assertThat(told(question, named, late)).containsExactly("MENTIONED MENTIONED", "MENTIONED MENTIONED");

        comments.withdraw(comment, asker);
        moderations.hide(post, "Werbung", moderator());
        assertThat(told(question, named, late))
                .as("of what nobody may read nobody is told")
                .containsExactly("MENTIONED", "");
    }

    @Test
    void aPostNamesTenMembersFromItsFirstVersionToItsLast() throws SQLException {
        Viewer asker = join();
        Viewer[] crowd = Stream.generate(this::join).limit(14).toArray(Viewer[]::new);
        long question = ask(asker, BODY + naming(Arrays.copyOf(crowd, 6)));
        QuestionView asked = queries.find(question, asker).orElseThrow();
        String more = "@niemand-kennt-mich" + naming(Arrays.copyOfRange(crowd, 6, 14)) + " " + BODY;
        questions.edit(
                question,
                new QuestionText(asked.item().title(), asked.item().category().slug(), List.of(), more),
                "",
                asked.version(),
                asker);
        tellAtOnce(question);
        assertThat(told(question, crowd)).filteredOn("MENTIONED"::equals).hasSize(Mentions.MOST);
        assertThat(told(question, crowd).subList(0, Mentions.MOST)).containsOnly("MENTIONED");

        questions.withdraw(question, asker);
        assertThat(told(question, crowd)).containsOnly("");
    }

    private String naming(Viewer... named) {
        return Stream.of(named)
                .map(one -> one == named[0] ? " @" + handle(one.id()) : " [@x](/members/" + handle(one.id()) + ")")
                .collect(Collectors.joining());
    }

    private void tellAtOnce(long question) throws SQLException {
        sql("update notification set told_at = created_at where question_id = ?", question);
    }

    /** The kinds of what each is told of the question, in order. */
    private List<String> told(long question, Viewer... members) {
        return Stream.of(members)
                .map(member -> notifications.page(member.id(), null, 100).items().stream()
                        .filter(news -> news.questionId() != null && news.questionId() == question)
                        .map(news -> news.kind().name())
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void aReadingPositionIsKeptAndNeverGoesBack() {
        Viewer reader = join();
        long question = ask(join());
        Instant until = Instant.parse("2026-11-20T10:00:00.123456Z");
        positions.read(reader.id(), question, until);
        positions.read(reader.id(), question, until.minusSeconds(60));
        assertThat(positions.find(reader.id(), question)).contains(until);
        positions.flush();
        assertThat(positions.find(reader.id(), question)).isEmpty();
        positions.read(reader.id(), question, until.minusSeconds(60));
        positions.flush();
        assertThat(queries.find(question, reader).orElseThrow().marks().readUntil())
                .isEqualTo(until);
        assertThat(queries.find(question, join()).orElseThrow().marks().readUntil())
                .isNull();
    }

    private Viewer join() {
        String subject = UUID.randomUUID().toString();
        return Viewer.of(joins(subject, "Test " + subject.substring(0, 8)), Set.of(Role.CUSTOMER));
    }

    private Viewer moderator() {
        return Viewer.of(join().id(), EnumSet.allOf(Role.class));
    }

    private long ask(Viewer asker) {
        return ask(asker, BODY);
    }

    private long ask(Viewer asker, String body) {
        String category = "c-" + UUID.randomUUID().toString().substring(0, 8);
        categories.create(
                new CategoryText(category, "wifi", "Prüfstand", "Test bench", "Nur zum Prüfen", "For tests only"),
                Viewer.of(asker.id(), EnumSet.allOf(Role.class)));
        return questions.ask(asker.id(), new QuestionText("Eine Frage zum Prüfen", category, List.of(), body));
    }

    private void sql(String statement, long... parameters) throws SQLException {
        try (var connection = dataSource.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setLong(i + 1, parameters[i]);
            }
            assertThat(prepared.executeUpdate()).isPositive();
        }
    }

    @Test
    void aHandleGivenUpLeadsToItsMemberAndIsNobodyElses() throws SQLException {
        long anna = joins("handle-anna", "Anna Wandel");
        long other = joins("handle-other", "Anna Andere");
        String before = handle(anna);

        members.chooseHandle(anna, " Anna-Neu ");
        assertThat(memberQueries.findByHandle(before)).isEmpty();
        assertThat(memberQueries.findByAnyHandle(before).map(MemberView::handle))
                .hasValue("anna-neu");
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

        sql("update member set handle_changed_at = handle_changed_at - interval 31 day where id = ?", anna);
        entities.clear();
        members.chooseHandle(anna, before);
        assertThat(memberQueries.findByAnyHandle("anna-neu").map(MemberView::handle))
                .hasValue(before);

        members.delete("handle-anna");
        assertThat(memberQueries.findByAnyHandle(before)).isEmpty();
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
        return memberQueries.find(id).orElseThrow().handle();
    }

    @Test
    void entitiesAreWoven() {
        assertThat(Arrays.stream(Question.class.getInterfaces()).map(Class::getSimpleName))
                .contains("PersistenceWeaved", "PersistenceWeavedChangeTracking");
    }
}
