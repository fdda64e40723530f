package hilft.forum.search.upkeep;

import hilft.forum.category.Categories;
import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryText;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.Members;
import hilft.forum.member.Role;
import hilft.forum.member.SignIn;
import hilft.forum.member.Viewer;
import hilft.forum.moderation.Moderations;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionText;
import hilft.forum.question.Questions;
import hilft.forum.search.index.Candidate;
import hilft.forum.search.index.Found;
import hilft.forum.search.index.SearchIndex;
import hilft.forum.search.index.ThreadFilter;
import hilft.forum.search.index.Wanted;
import hilft.forum.search.upkeep.UpkeepState.Status;
import hilft.web.job.SearchStart;
import hilft.web.security.Patience;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The index says what the database says, whatever happens to the one or the other and wherever it is kept. */
abstract class KeepingTheIndexCases {
    private static final String BODY = "Ein Text, der lang genug für eine Frage ist.";

    @Inject
    Upkeep upkeep;

    @Inject
    ThreadChanges changes;

    @Inject
    KeptIndexes kept;

    @Inject
    Members members;

    @Inject
    MemberQueries memberQueries;

    @Inject
    Categories categories;

    @Inject
    CategoryQueries categoryQueries;

    @Inject
    Questions questions;

    @Inject
    Moderations moderations;

    @Resource
    UserTransaction transaction;

    @Inject
    SearchStart begin;

    @Resource(lookup = "java:app/jdbc/hilft")
    DataSource dataSource;

    Viewer asker;
    private String category;
    private long categoryId;

    @BeforeEach
    void beReady() {
        asker = join();
        category = "c-" + UUID.randomUUID().toString().substring(0, 8);
        categories.create(
                new CategoryText(category, "wifi", "Prüfstand", "Test bench", "Nur zum Prüfen", "For tests only"),
                Viewer.of(asker.id(), EnumSet.allOf(Role.class)));
        categoryId = categoryQueries.list().stream()
                .filter(made -> made.slug().equals(category))
                .findFirst()
                .orElseThrow()
                .id();
        awaitReady();
    }

    @AfterEach
    void goOn() {
        begin.start();
    }

    @Test
    void whatIsCommittedIsFoundAndWhatIsRolledBackIsNot() throws Exception {
        transaction.begin();
        long never = ask("Zauberstab glimmt");
        transaction.rollback();
        long asked = ask("Zauberstab funkelt");

        awaitFound("Zauberstab", asked);
        assertThat(find("Zauberstab")).doesNotContain(never);
    }

    @Test
    void whoeverDoesNotWaitIsToldNothingWhileAllPlacesAreTaken() throws Exception {
        int places = upkeep.mostAsking();
        CountDownLatch asking = new CountDownLatch(places);
        CountDownLatch enough = new CountDownLatch(1);
        List<Thread> others = Stream.generate(() -> new Thread(() -> upkeep.ask(index -> {
                    asking.countDown();
                    return await(enough);
                })))
                .limit(places)
                .toList();
        others.forEach(Thread::start);
        try {
            assertThat(await(asking)).isTrue();
            assertThat(upkeep.askIfFree(SearchIndex::count)).isEmpty();
        } finally {
            enough.countDown();
        }
        for (Thread other : others) {
            other.join();
        }
        assertThat(upkeep.askIfFree(SearchIndex::count)).isPresent();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    @Test
    void aThreadIsFoundByWhatItSaysNow() {
        long question = ask("Kaffeemühle quietscht");
        long answer = questions.answer(question, "Vielleicht hilft ein Tropfen Nähmaschinenöl.", join());
        awaitFound("Nähmaschinenöl", question);

        Viewer moderator = Viewer.of(join().id(), EnumSet.of(Role.CUSTOMER, Role.MODERATOR));
        moderations.hide(PostId.answer(answer), "kein guter Rat", moderator);
        awaitFound("Nähmaschinenöl");
        moderations.restore(PostId.answer(answer), "doch ein guter Rat", moderator);
        awaitFound("Nähmaschinenöl", question);

        moderations.hide(PostId.question(question), "gehört nicht hierher", moderator);
        awaitFound("Kaffeemühle");
        moderations.restore(PostId.question(question), "gehört doch hierher", moderator);
        awaitFound("Kaffeemühle", question);
        questions.accept(question, answer, asker);
        Patience.awaitThat(
                () -> upkeep.ask(index -> index.candidates("Kaffeemühle", "de", null, 20)).stream()
                        .flatMap(List::stream)
                        .filter(candidate -> candidate.id() == question)
                        .map(Candidate::solved)
                        .toList(),
                List.of(true));
    }

    @Test
    void aChangeThatIsCommittedAfterLaterOnesIsFoundToo() throws SQLException {
        long slow = ask("Langsame Schnecke");
        awaitFound("Schnecke", slow);
        try (Connection connection = connectOutsideThePool()) {
            connection.setAutoCommit(false);
            run(connection, "update question set title = 'Langsame Schildkröte' where id = " + slow);
            run(
                    connection,
                    "insert into search_change (question_id, noted_at) values (" + slow + ", utc_timestamp(6))");
            long quick = ask("Schneller Gepard");
            awaitFound("Gepard", quick);
            assertThat(find("Schildkröte")).isEmpty();
            connection.commit();
        }
        awaitFound("Schildkröte", slow);
    }

    @Test
    void whatChangesWhileNobodyListensIsFoundAfterwards() {
        long before = ask("Vorher gefragt: Wackelpudding");
        awaitFound("Wackelpudding", before);
        Set<String> kept = indexNames();
        upkeep.stop();
        assertThat(upkeep.ask(SearchIndex::count)).isEmpty();
        long meanwhile = ask("Inzwischen gefragt: Wackelpudding");

        begin.start();
        awaitFound("Wackelpudding", before, meanwhile);
        assertThat(indexNames()).isEqualTo(kept);
    }

    @Test
    void aNewIndexIsBuiltWhileTheOldOneAnswers() {
        long question = ask("Regenbogen verblasst");
        awaitFound("Regenbogen", question);
        Set<String> before = indexNames();
        upkeep.rebuild();
        Patience.awaitThat(
                () -> {
                    assertThat(find("Regenbogen")).containsExactly(question);
                    return upkeep.state().status() == Status.READY
                            && indexNames().stream().noneMatch(before::contains);
                },
                true);
        awaitFound("Regenbogen", question);
    }

    @Test
    void anIndexThatKnowsMoreThanADatabasePutBackIsMadeAgain() throws SQLException {
        long question = ask("Zeitreise gebucht");
        awaitFound("Zeitreise", question);
        // its position moves once its changes are settled
        Patience.awaitThat(() -> !kept.in(place()).isEmpty() && position() > 0, true);
        upkeep.stop();
        Set<String> before = indexNames();
        try (Connection connection = dataSource.getConnection()) {
            run(connection, "update search_index set position = 0");
        }
        begin.start();
        Patience.awaitThat(() -> indexNames().stream().noneMatch(before::contains), true);
        awaitReady();
        awaitFound("Zeitreise", question);
    }

    @Test
    void thousandsOfChangesAtOnceAreFollowedInBatches() throws SQLException {
        long first = ask("Ameisenhaufen");
        awaitFound("Ameisenhaufen", first);
        long start = System.nanoTime();
        try (Connection connection = dataSource.getConnection()) {
            run(connection, """
                    insert into question (id, author_id, category_id, title, slug, language, body, body_html, body_text,
                      excerpt, asked_at, last_activity_at, version)
                    select 700000000 + seq, author_id, category_id, concat('Ameise Nummer x', seq), slug, language, body,
                      body_html, body_text, excerpt, asked_at, last_activity_at, 1
                    from question, seq_1_to_3000 where id = %d on duplicate key update version = 2, category_id = values(category_id)
                    """.formatted(first));
            run(connection, """
                    insert into search_change (question_id, noted_at)
                    select 700000000 + seq, utc_timestamp(6) from seq_1_to_3000
                    """);
        }
        Patience.awaitThat(() -> find("x3000").size(), 1);
        Patience.awaitThat(() -> upkeep.state().behind(), 0L);
        assertThat(find("x1")).containsExactly(700_000_001L);
        assertThat(System.nanoTime() - start).isLessThan(15_000_000_000L);
    }

    long position() {
        Set<String> here = indexNames();
        return kept.in(place()).stream()
                .filter(index -> here.contains(index.name()))
                .mapToLong(KeptIndex::position)
                .max()
                .orElse(0);
    }

    /** What the database calls the place. */
    abstract String place();

    /** The names of the indexes that are there now. */
    abstract Set<String> indexNames();

    void awaitReady() {
        Patience.awaitThat(() -> upkeep.state().status() + ": " + upkeep.state().problem(), Status.READY + ": " + null);
    }

    void awaitFound(String word, Long... ids) {
        Patience.awaitThat(() -> find(word), Set.of(ids));
    }

    Set<Long> find(String word) {
        // others have asked the same before, in the same database
        ThreadFilter ofThisTest = new ThreadFilter(Set.of(categoryId), Set.of(), Set.of(), null, false, null, null);
        Wanted wanted = new Wanted(
                List.of(word), 1, Set.of(), List.of(), List.of(), List.of(), false, ofThisTest, Wanted.Order.BEST);
        return upkeep.ask(index -> index.find(wanted, 0, 20)).stream()
                .flatMap(found -> found.hits().stream())
                .map(Found.Hit::id)
                .collect(Collectors.toSet());
    }

    private static Connection connectOutsideThePool() throws SQLException {
        return DriverManager.getConnection(
                System.getProperty("hilft.database.url"),
                System.getProperty("hilft.database.user"),
                System.getProperty("hilft.database.password"));
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Viewer join() {
        String subject = UUID.randomUUID().toString();
        long id = members.signIn(new SignIn(
                        subject,
                        "Test " + subject.substring(0, 8),
                        subject + "@example.org",
                        true,
                        Set.of(Role.CUSTOMER),
                        "de"))
                .id();
        return Viewer.of(id, Set.of(Role.CUSTOMER));
    }

    long ask(String title) {
        return questions.ask(asker.id(), new QuestionText(title, category, List.of(), BODY));
    }
}
