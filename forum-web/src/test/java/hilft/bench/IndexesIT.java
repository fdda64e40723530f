package hilft.bench;

import hilft.forum.member.MemberQueries;
import hilft.forum.member.Viewer;
import hilft.forum.mention.MentionQueries;
import hilft.forum.notification.NotificationQueries;
import hilft.forum.question.AnswerOrder;
import hilft.forum.question.AnswerView;
import hilft.forum.question.QuestionFilter;
import hilft.forum.question.QuestionFilter.Sort;
import hilft.forum.question.QuestionFilter.State;
import hilft.forum.question.QuestionQueries;
import hilft.forum.shared.Page;
import hilft.stack.TestStack;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Among 20,000 questions, what lists and threads ask is answered by indexes that end in the order asked for. */
class IndexesIT {
    private static final Pattern KEPT =
            Pattern.compile("\\bfrom (category|category_moderator|tag)\\b", Pattern.CASE_INSENSITIVE);
    private static final int QUESTIONS = 20_000;
    private static final int LIMIT = 20;

    /** A row of a list takes its question, its author and its tags; a state may be met by one question in four. */
    private static final long ROWS_OF_A_LIST = 12L * LIMIT + 8L * LIMIT;

    private static @Nullable World world;

    /** The crowded schema and what reads it. */
    private record World(Connection connection, EntityManagerFactory factory, Statements statements, Wiring wiring) {}

    @BeforeAll
    static void fill() throws SQLException {
        var database = TestStack.database();
        var flyway = Flyway.configure()
                .dataSource(
                        database.url(TestStack.CROWDED_SCHEMA), database.migrationUser(), database.migrationPassword())
                .locations("classpath:db/migration/forum", "classpath:db/migration/rewards")
                .cleanDisabled(false)
                .load();
        flyway.clean();
        flyway.migrate();
        var connection = database.connect(TestStack.CROWDED_SCHEMA);
        BenchContent.load(connection, QUESTIONS);
        var statements = new Statements(() -> database.connect(TestStack.CROWDED_SCHEMA));
        Map<String, Object> settings = Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", "",
                "jakarta.persistence.nonJtaDataSource", statements,
                "eclipselink.weaving", "false");
        EntityManagerFactory factory = new PersistenceProvider().createEntityManagerFactory("hilft", settings);
        EntityManager entityManager = factory.createEntityManager();
        world = new World(
                connection, factory, statements, new Wiring(entityManager).with(Clock.class, Clock.systemUTC()));
    }

    @AfterAll
    static void close() throws SQLException {
        if (world != null) {
            world.factory().close();
            world.connection().close();
        }
    }

    private static World world() {
        if (world == null) {
            throw new IllegalStateException("not filled");
        }
        return world;
    }

    private static QuestionQueries questions() {
        return world().wiring().make(QuestionQueries.class);
    }

    /** The plans of all queries but those for the twelve categories and what is said of tags, which are kept for a minute. */
    private static List<Plan> plans(Runnable reading) throws SQLException {
        world().statements().take();
        reading.run();
        var plans = new ArrayList<Plan>();
        for (var sent : world().statements().take()) {
            if (!KEPT.matcher(sent.sql()).find()) {
                plans.add(Plan.of(sent, world().connection()));
            }
        }
        return plans;
    }

    @Test
    void whatTheLoaderMadeAgreesWithItself() throws SQLException {
        assertThat(BenchContent.mismatches(world().connection())).isEmpty();
    }

    static Stream<Arguments> lists() {
        var lists = new ArrayList<Arguments>();
        for (var sort : Sort.values()) {
            for (var state : Stream.concat(Stream.of((State) null), Stream.of(State.values()))
                    .toList()) {
                lists.add(arguments(new QuestionFilter(null, null, state, sort), ROWS_OF_A_LIST));
                lists.add(arguments(new QuestionFilter("bereich-2", null, state, sort), 2 * ROWS_OF_A_LIST));
            }
        }
        lists.add(arguments(QuestionFilter.askedBy(1001L, null), ROWS_OF_A_LIST));
        return lists.stream();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aPageOfAListReadsLittleMoreThanItShows(QuestionFilter filter, long mostRows) throws SQLException {
        var next = new ArrayList<@Nullable String>();
        var first = plans(() -> next.add(questions().page(filter, null, LIMIT).next()));
        var second = plans(() -> questions().page(filter, next.get(0), LIMIT));
        assertThat(next.get(0)).isNotNull();
        assertThat(first).hasSize(1).allMatch(plan -> plan.isLean(mostRows));
        assertThat(second).hasSize(1).allMatch(plan -> plan.isLean(mostRows));
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void aListOfACommonTagReadsLittleMoreThanItShows(Sort sort) throws SQLException {
        var next = new ArrayList<@Nullable String>();
        var common = new QuestionFilter(null, "thema-1", null, sort);
        var first = plans(() -> next.add(questions().page(common, null, LIMIT).next()));
        var second = plans(() -> questions().page(common, next.get(0), LIMIT));
        assertThat(next.get(0)).isNotNull();
        for (var plans : List.of(first, second)) {
            // once a minute one more counts up to the bound from which a tag is common
            assertThat(plans).hasSizeBetween(1, 2);
            assertThat(plans.get(0).rowsRead()).isLessThan(5_000);
            assertThat(plans.get(plans.size() - 1)).matches(plan -> plan.isLean(3 * ROWS_OF_A_LIST));
        }
    }

    @Test
    void aListOfARareTagReadsThatTagAlone() throws SQLException {
        var rare = new QuestionFilter(null, "thema-300", null, Sort.LATEST);
        var plans = plans(
                () -> assertThat(questions().page(rare, null, LIMIT).items()).isNotEmpty());
        assertThat(plans).hasSize(2).allMatch(plan -> plan.rowsRead() < 1_500);
    }

    @Test
    void aThreadReadsItsOwnPosts() throws SQLException {
        var plans = plans(() -> assertThat(questions()
                        .thread(BenchContent.WITH_20_POSTS, Viewer.ANONYMOUS, AnswerOrder.VOTES, null, LIMIT))
                .isPresent());
        // one more for the solution, if there is one
        assertThat(plans).hasSizeBetween(2, 3).allMatch(plan -> plan.rowsRead() <= 100);
        assertThat(plans).allMatch(plan -> plan.steps().stream().noneMatch(Plan.Step::readsWholeTable));
    }

    @ParameterizedTest
    @EnumSource(AnswerOrder.class)
    void aPageOfALongThreadReadsLittleMoreThanItShows(AnswerOrder order) throws SQLException {
        var next = new ArrayList<@Nullable String>();
        var first = plans(() -> next.add(answers(order, null).next()));
        var second = plans(() -> answers(order, next.get(0)));
        assertThat(next.get(0)).isNotNull();
        assertThat(first).isNotEmpty().allMatch(plan -> plan.isLean(6L * LIMIT));
        assertThat(second).isNotEmpty().allMatch(plan -> plan.isLean(9L * LIMIT));
    }

    private static Page<AnswerView> answers(AnswerOrder order, @Nullable String after) {
        return questions().answers(BenchContent.WITH_501_POSTS, Viewer.ANONYMOUS, order, after, LIMIT);
    }

    @ParameterizedTest
    @EnumSource(AnswerOrder.class)
    void allPagesOfALongThreadShowEachAnswerOnceAndInOrder(AnswerOrder order) {
        var read = new ArrayList<AnswerView>();
        String after = null;
        do {
            var page = answers(order, after);
            read.addAll(page.items());
            after = page.next();
        } while (after != null);
        Comparator<AnswerView> byTime = comparing(AnswerView::writtenAt).thenComparing(AnswerView::id);
        Comparator<AnswerView> expected = switch (order) {
            case VOTES -> comparing(AnswerView::score).reversed().thenComparing(AnswerView::id);
            case NEWEST -> byTime.reversed();
            case OLDEST -> byTime;
        };
        assertThat(read)
                .hasSize(500)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(
                        comparing((AnswerView answer) -> !answer.accepted()).thenComparing(expected));
    }

    @Test
    void everyAnswerIsOnThePageItsPermalinkLeadsTo() {
        var all = new ArrayList<AnswerView>();
        for (var page = answers(AnswerOrder.VOTES, null);
                page.next() != null;
                page = answers(AnswerOrder.VOTES, page.next())) {
            all.addAll(page.items());
        }
        for (var place : new int[] {0, 1, LIMIT - 1, LIMIT, LIMIT + 1, 2 * LIMIT - 1, 2 * LIMIT, 300, 479}) {
            var answer = all.get(place);
            var page = answers(AnswerOrder.VOTES, questions().pageOf(answer, Viewer.ANONYMOUS, LIMIT));
            assertThat(page.items()).as("number " + place).contains(answer);
        }
    }

    @Test
    void whoWroteIsFoundByIndexes() throws SQLException {
        var members = world().wiring().make(MemberQueries.class);
        var notifications = world().wiring().make(NotificationQueries.class);
        assertThat(plans(() -> {
                    assertThat(members.findByHandle("m7")).isPresent();
                    assertThat(members.authors(List.of(1001L, 1002L))).hasSize(2);
                    notifications.page(1001, null, LIMIT);
                }))
                .isNotEmpty()
                .allMatch(plan -> plan.isLean(100));
    }

    @Test
    void whoCanBeNamedIsFoundByIndexes() throws SQLException {
        var mentions = world().wiring().make(MentionQueries.class);
        // those who wrote in the thread are few, and sorted
        assertThat(plans(() -> assertThat(mentions.list("m1", BenchContent.WITH_20_POSTS, 1001, 8))
                        .hasSize(8)))
                .isNotEmpty()
                .allMatch(plan -> plan.rowsRead() <= 200);
    }

    @Test
    void withoutItsIndexAListIsNotLean() throws SQLException {
        var hot = new QuestionFilter(null, null, null, Sort.HOT);
        try (var statement = world().connection().createStatement()) {
            statement.execute("alter table question drop key question_hot");
            try {
                assertThat(plans(() -> questions().page(hot, null, LIMIT)))
                        .noneMatch(plan -> plan.isLean(2 * ROWS_OF_A_LIST));
            } finally {
                statement.execute("alter table question add key question_hot (hidden_at, hot, id)");
            }
        }
    }
}
