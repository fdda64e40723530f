package hilft.shared;

import hilft.forum.category.Categories;
import hilft.forum.category.CategoryText;
import hilft.forum.channel.ChannelName;
import hilft.forum.channel.LinkOutAction;
import hilft.forum.channel.LinkOutDelivery;
import hilft.forum.channel.LinkOutFailure;
import hilft.forum.channel.LinkOutProblem;
import hilft.forum.channel.LinkOutQueries;
import hilft.forum.channel.LinkOutState;
import hilft.forum.channel.LinkOutStep;
import hilft.forum.channel.LinkOutView;
import hilft.forum.channel.LinkOuts;
import hilft.forum.channel.Posting;
import hilft.forum.channel.Readiness;
import hilft.forum.channel.Sighting;
import hilft.forum.member.Members;
import hilft.forum.member.Role;
import hilft.forum.member.SignIn;
import hilft.forum.member.Viewer;
import hilft.forum.moderation.Moderations;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionText;
import hilft.forum.question.Questions;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A link-out goes out once and never over budget, whatever the network answers and however many nodes are at it. The
 * outbox delivers beside the test, as another node would.
 */
@ArquillianTest
class LinkOutIT {

    private static final String BODY = "Ein Text, der lang genug für eine Antwort ist.";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Members members;

    @Inject
    Categories categories;

    @Inject
    Questions questions;

    @Inject
    Moderations moderations;

    @Inject
    LinkOuts linkOuts;

    @Inject
    LinkOutQueries queries;

    @Inject
    LinkOutDelivery delivery;

    @Inject
    ScriptedChannel channel;

    @Resource
    ManagedExecutorService threads;

    @Resource(lookup = "java:app/jdbc/hilft")
    DataSource dataSource;

    @Deployment
    static WebArchive deployment() {
        return Deployments.shared();
    }

    @BeforeEach
    void nothingIsOnItsWay() throws SQLException {
        execute("delete from link_out_entry", "delete from link_out", "delete from scheduled_tasks");
        channel.reset();
    }

    @Test
    void whatIsComposedIsOutOnceAndTheBudgetKnowsIt() {
        long id = send(answer());

        LinkOutView sent = await(id, LinkOutState.SENT);
        assertThat(channel.posts()).isEqualTo(1);
        assertThat(sent.postUrl()).startsWith("https://x.example/");
        assertThat(sent.attempts()).isEqualTo(1);
        assertThat(actions(id)).containsExactly(LinkOutAction.COMPOSED, LinkOutAction.SENDING, LinkOutAction.SENT);
        assertThat(queries.steps(id).get(0).by()).isNotNull();
        assertThat(queries.budget(ChannelName.X).spent()).isEqualByComparingTo(ScriptedChannel.COST);
        assertThat(queries.budget(ChannelName.X).reserved()).isZero();
        assertThat(queries.ofAnswers(List.of(sent.answerId())).get(sent.answerId()))
                .hasSize(1);
        assertThat(queries.list(LinkOutState.SENT, null, 10).items())
                .extracting(LinkOutView::id)
                .containsExactly(id);
        assertThat(queries.counts()).containsEntry(LinkOutState.SENT, 1L);
    }

    @Test
    void manyAtOnceNeverOverspend() throws Exception {
        channel.budget(new BigDecimal("1.10"));
        long answer = answer();
        long staff = staff().id();
        List<Boolean> done = atOnce(20, number -> {
            try {
                linkOuts.send(staff, answer, ChannelName.X, number + " " + link(answer), null);
                return true;
            } catch (LinkOutProblem reached) {
                assertThat(reached.reason()).isEqualTo(LinkOutProblem.Reason.BUDGET_REACHED);
                return false;
            }
        });
        assertThat(done).filteredOn(sent -> sent).hasSize(5);
    }

    @Test
    void theSameTextComposedTwiceAtOnceIsOneLinkOut() throws Exception {
        long answer = answer();
        long staff = staff().id();
        List<Boolean> done = atOnce(8, number -> {
            try {
                linkOuts.send(staff, answer, ChannelName.X, "Hier: " + link(answer), null);
                return true;
            } catch (LinkOutProblem already) {
                assertThat(already.reason()).isEqualTo(LinkOutProblem.Reason.ALREADY_SENT);
                return false;
            }
        });
        assertThat(done).filteredOn(sent -> sent).hasSize(1);
    }

    @Test
    void manyNodesAtOnceSendItOnce() throws Exception {
        channel.answers(() -> {
            pause(Duration.ofSeconds(1));
            return new Posting.Accepted("77");
        });
        long id = send(answer());
        atOnce(10, number -> {
            delivery.deliver(id);
            return true;
        });
        await(id, LinkOutState.SENT);
        assertThat(channel.posts()).isEqualTo(1);
    }

    @Test
    void anUncertainOneThatIsOutIsFoundAndNotSentAgain() {
        channel.answers(new Posting.Unsure("no answer"));
        channel.shows(new Sighting.Unavailable(LinkOutFailure.UNREACHABLE, Duration.ofSeconds(1), "503"));
        channel.shows(new Sighting.Seen(List.of("4711")));
        long id = send(answer());

        assertThat(await(id, LinkOutState.SENT).postUrl()).endsWith("/4711");
        assertThat(channel.posts()).isEqualTo(1);
        assertThat(channel.looks()).isEqualTo(2);
    }

    @Test
    void anUncertainOneIsSentAgainOnlyAfterTwoLooks() throws SQLException {
        channel.answers(new Posting.Unsure("no answer"));
        long id = send(answer());

        awaitWithoutPauses(id);
        assertThat(channel.looks()).isEqualTo(2);
        assertThat(channel.posts()).isEqualTo(2);
    }

    @Test
    void whoDiedWhileSendingIsLookedUpWhenTheLeaseIsOver() throws SQLException {
        channel.answers(() -> {
            throw new IllegalStateException("killed here");
        });
        channel.shows(new Sighting.Seen(List.of("12")));
        long id = send(answer());
        await(id, LinkOutState.SENDING);
        execute("update link_out set lease_until = utc_timestamp(6) where id = " + id);
        delivery.deliver(id);

        await(id, LinkOutState.SENT);
        assertThat(channel.posts()).isEqualTo(1);
        assertThat(channel.looks()).isEqualTo(1);
    }

    @Test
    void aDuplicateOfOurOwnIsSentAndOneOfAnotherIsNot() {
        channel.answers(new Posting.Duplicate("403 duplicate content"));
        channel.shows(new Sighting.Seen(List.of("500")));
        assertThat(await(send(answer()), LinkOutState.SENT).postUrl()).endsWith("/500");

        channel.answers(new Posting.Duplicate("403 duplicate content"));
        channel.shows(new Sighting.Seen(List.of("500")));
        LinkOutView failed = await(send(answer()), LinkOutState.FAILED);
        assertThat(failed.failure()).isEqualTo(LinkOutFailure.DUPLICATE);
        assertThat(queries.budget(ChannelName.X).reserved()).isZero();
    }

    @Test
    void aFailedOneIsTriedAgainByHandOrGivenUp() {
        channel.answers(new Posting.Refused(LinkOutFailure.PERMISSION_LOST, "invalid_grant"));
        long id = send(answer());
        assertThat(await(id, LinkOutState.FAILED).failure()).isEqualTo(LinkOutFailure.PERMISSION_LOST);

        linkOuts.retry(staff().id(), id);
        await(id, LinkOutState.SENT);
        assertThat(actions(id)).contains(LinkOutAction.FAILED, LinkOutAction.RETRIED);
        assertThatThrownBy(() -> linkOuts.retry(1, id)).hasMessage("linkout.already_sent");
        assertThatThrownBy(() -> linkOuts.giveUp(1, id)).hasMessage("linkout.already_sent");

        channel.answers(new Posting.Refused(LinkOutFailure.REFUSED, "400"));
        long other = send(answer());
        await(other, LinkOutState.FAILED);
        linkOuts.giveUp(staff().id(), other);
        assertThat(queries.find(other).orElseThrow().state()).isEqualTo(LinkOutState.GIVEN_UP);
        assertThatThrownBy(() -> linkOuts.retry(1, other)).hasMessage("linkout.not_failed");
        assertThatThrownBy(() -> linkOuts.retry(1, 999_999)).hasMessage("linkout.unknown");
    }

    @Test
    void itWaitsAsLongAsTheNetworkSays() {
        channel.answers(new Posting.Later(LinkOutFailure.RATE_LIMITED, Duration.ofSeconds(3), "429"));
        long id = send(answer());

        await(id, LinkOutState.SENT);
        List<LinkOutStep> steps = queries.steps(id);
        assertThat(Duration.between(steps.get(2).at(), steps.get(3).at())).isGreaterThan(Duration.ofSeconds(2));
        assertThat(channel.posts()).isEqualTo(2);
    }

    @Test
    void whatWasHiddenInBetweenIsNotSent() {
        channel.answers(new Posting.Later(LinkOutFailure.UNREACHABLE, Duration.ofSeconds(3), "down"));
        long answer = answer();
        long id = send(answer);
        await(id, LinkOutState.QUEUED, LinkOutFailure.UNREACHABLE);
        moderations.hide(PostId.answer(answer), "nur zur Probe", moderator());

        assertThat(await(id, LinkOutState.FAILED).failure()).isEqualTo(LinkOutFailure.ANSWER_HIDDEN);
        assertThat(channel.posts()).isEqualTo(1);
        assertThatThrownBy(() -> send(answer)).hasMessage("linkout.answer_hidden");
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        long answer = answer();
        assertThatThrownBy(() -> linkOuts.send(1, answer, ChannelName.X, "x".repeat(281), "hier"))
                .isInstanceOfSatisfying(
                        LinkOutProblem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(error -> error.field() + " " + error.code())
                                .containsExactly(
                                        "text linkout.link_missing",
                                        "text linkout.text_too_long",
                                        "replyTo linkout.reply_to_invalid"));
        assertThatThrownBy(() -> linkOuts.send(1, answer, ChannelName.X, " ", null))
                .hasMessage("linkout.text_empty");
        assertThatThrownBy(() -> linkOuts.send(1, answer, ChannelName.X, link(answer + 1), null))
                .hasMessage("linkout.link_missing");
        long customers = answerBy(join(Set.of(Role.CUSTOMER)));
        assertThatThrownBy(() -> send(customers)).hasMessage("linkout.not_official");
        channel.is(Readiness.LOST);
        assertThatThrownBy(() -> send(answer)).hasMessage("linkout.not_connected");
        channel.is(Readiness.OFF);
        assertThatThrownBy(() -> send(answer)).hasMessage("linkout.channel_off");
    }

    @Test
    void theProposalIsTheAnswerInShortWithItsLink() {
        long answer = answer();
        assertThat(queries.propose(answer, ChannelName.X).text()).isEqualTo(BODY + "\n" + link(answer));
        assertThat(queries.measure(ChannelName.X, BODY + "\n" + link(answer), null)
                        .problems())
                .isEmpty();
    }

    private long send(long answer) {
        return linkOuts.send(staff().id(), answer, ChannelName.X, "Hier: " + link(answer), null);
    }

    private static String link(long answer) {
        return "http://localhost:8080/answers/" + answer;
    }

    private List<LinkOutAction> actions(long id) {
        return queries.steps(id).stream().map(LinkOutStep::action).toList();
    }

    /** As if the time between two attempts were over at once. */
    private void awaitWithoutPauses(long id) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (queries.find(id).orElseThrow().state() != LinkOutState.SENT) {
            assertThat(System.nanoTime()).isLessThan(end);
            execute("update link_out set next_attempt_at = utc_timestamp(6) where state = 'QUEUED' and id = " + id);
            delivery.deliver(id);
            pause(Duration.ofMillis(50));
        }
    }

    private LinkOutView await(long id, LinkOutState state) {
        return await(id, state, null);
    }

    private LinkOutView await(long id, LinkOutState state, @Nullable LinkOutFailure failure) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        LinkOutView view = queries.find(id).orElseThrow();
        while (view.state() != state || (failure != null && view.failure() != failure)) {
            assertThat(System.nanoTime()).as("still %s", view).isLessThan(end);
            pause(Duration.ofMillis(50));
            view = queries.find(id).orElseThrow();
        }
        return view;
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private interface Deed {
        boolean by(int number);
    }

    private List<Boolean> atOnce(int many, Deed deed) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Callable<Boolean>> deeds = IntStream.range(0, many)
                .<Callable<Boolean>>mapToObj(number -> () -> {
                    start.await();
                    return deed.by(number);
                })
                .toList();
        List<Future<Boolean>> running = new ArrayList<>();
        deeds.forEach(one -> running.add(threads.submit(one)));
        start.countDown();
        List<Boolean> done = new ArrayList<>();
        for (Future<Boolean> one : running) {
            done.add(one.get());
        }
        return done;
    }

    private long answer() {
        return answerBy(staff());
    }

    private long answerBy(Viewer member) {
        Viewer asker = join(Set.of(Role.CUSTOMER));
        String category = "c-" + UUID.randomUUID().toString().substring(0, 8);
        categories.create(
                new CategoryText(category, "wifi", "Prüfstand", "Test bench", "Nur zum Prüfen", "For tests only"),
                Viewer.of(asker.id(), EnumSet.allOf(Role.class)));
        long question = questions.ask(asker.id(), new QuestionText("Eine Frage zum Prüfen", category, List.of(), BODY));
        return questions.answer(question, BODY, member);
    }

    private Viewer staff() {
        return join(Set.of(Role.CUSTOMER, Role.STAFF));
    }

    private Viewer moderator() {
        return join(Set.of(Role.CUSTOMER, Role.MODERATOR));
    }

    private Viewer join(Set<Role> roles) {
        String subject = UUID.randomUUID().toString();
        long id = members.signIn(new SignIn(
                        subject, "Test " + subject.substring(0, 8), subject + "@example.org", true, roles, "de"))
                .id();
        return Viewer.of(id, roles);
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
