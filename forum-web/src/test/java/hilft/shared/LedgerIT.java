package hilft.shared;

import hilft.forum.category.Categories;
import hilft.forum.category.CategoryText;
import hilft.forum.member.Members;
import hilft.forum.member.Role;
import hilft.forum.member.SignIn;
import hilft.forum.member.Viewer;
import hilft.forum.question.PostId;
import hilft.forum.question.QuestionText;
import hilft.forum.question.Questions;
import hilft.forum.vote.VoteProblem;
import hilft.forum.vote.Votes;
import hilft.rewards.reputation.Rebuilds;
import hilft.rewards.reputation.Standings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The ledger is the truth about points: standings are its sums, and it follows from votes and acceptances alone. */
@ArquillianTest
class LedgerIT {
    private static final String BODY = "Ein Text, der lang genug für eine Antwort ist.";
    private static final String LINES = """
            select concat_ws(' ', fact_type, fact_id, member_id, credit, points, reversal, giver_id, question_id,
              coalesce(answer_id, '-'), day, at) from ledger_entry order by fact_type, fact_id, member_id, reversal
            """;
    private static final String TOTALS =
            "select concat_ws(' ', member_id, points, solutions) from standing where points <> 0 order by member_id";
    private static final String SUMS = """
            select concat_ws(' ', member_id, sum(points),
              cast(sum(if(credit = 'SOLUTION', if(reversal, -1, 1), 0)) as signed))
            from ledger_entry group by member_id having sum(points) <> 0 order by member_id
            """;

    @Inject
    Members members;

    @Inject
    Categories categories;

    @Inject
    Questions questions;

    @Inject
    Votes votes;

    @Inject
    Standings standings;

    @Inject
    Rebuilds rebuilds;

    @Resource
    ManagedThreadFactory threads;

    @PersistenceContext(unitName = "hilft")
    EntityManager entities;

    @Deployment
    static WebArchive deployment() {
        return Deployments.shared();
    }

    @Test
    void afterAnythingAStandingIsTheSumAndARebuildChangesNothing() {
        live(new Random(20261122), 250);
        assertThat(strings(TOTALS)).isNotEmpty().isEqualTo(strings(SUMS));

        List<String> before = strings(LINES);
        List<String> totals = strings(TOTALS);
        rebuilds.rebuild();
        assertThat(strings(LINES)).isEqualTo(before);
        assertThat(strings(TOTALS)).isEqualTo(totals);
    }

    /** Members vote, change their minds, accept and withdraw as it comes. */
    private void live(Random chance, int deeds) {
        List<Viewer> cast = IntStream.range(0, 5).mapToObj(i -> join()).toList();
        List<Long> asked = new ArrayList<>();
        List<Viewer> askers = new ArrayList<>();
        List<List<Long>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Viewer asker = cast.get(chance.nextInt(cast.size()));
            long question = ask(asker);
            asked.add(question);
            askers.add(asker);
            answers.add(cast.stream()
                    .map(member -> questions.answer(question, BODY, member))
                    .toList());
        }
        for (int i = 0; i < deeds; i++) {
            int place = chance.nextInt(asked.size());
            long answer = answers.get(place).get(chance.nextInt(cast.size()));
            Viewer member = cast.get(chance.nextInt(cast.size()));
            try {
                switch (chance.nextInt(6)) {
                    case 0 -> questions.accept(asked.get(place), answer, askers.get(place));
                    case 1 -> questions.unaccept(asked.get(place), askers.get(place));
                    case 2 -> votes.withdraw(PostId.answer(answer), member.id());
                    case 3 -> votes.cast(PostId.question(asked.get(place)), 1, member.id());
                    case 4 -> votes.cast(PostId.answer(answer), -1, member.id());
                    default -> votes.cast(PostId.answer(answer), 1, member.id());
                }
            } catch (VoteProblem ownPost) {
                assertThat(ownPost.code()).isEqualTo("vote.own_post");
            }
        }
    }

    @Test
    void sixVotesADayOfOneMemberForAnotherCount() {
        Viewer author = join();
        Viewer fan = join();
        long question = ask(fan);
        for (int i = 0; i < 8; i++) {
            votes.cast(PostId.answer(questions.answer(question, BODY + i, author)), 1, fan.id());
        }
        assertThat(standings.of(author.id()).points()).isEqualTo(6 * 5);
    }

    @Test
    void twoHundredPointsADayAndSolutionsBeside() {
        Viewer author = join();
        Viewer asker = join();
        long question = ask(asker);
        long[] answers = IntStream.range(0, 5)
                .mapToLong(i -> questions.answer(question, BODY + i, author))
                .toArray();
        for (int i = 0; i < 9; i++) {
            Viewer fan = join();
            Arrays.stream(answers).forEach(answer -> votes.cast(PostId.answer(answer), 1, fan.id()));
        }
        assertThat(standings.of(author.id()).points()).isEqualTo(200);
        questions.accept(question, answers[0], asker);
        assertThat(standings.of(author.id()).points()).isEqualTo(215);
        assertThat(standings.of(author.id()).solutions()).isEqualTo(1);
    }

    /** Everybody votes for everybody's answers to one question and for the question itself, there and back, all at once. */
    @Test
    void votesOfManyAtOnceAllCountAndNoneIsRefused() throws Exception {
        Viewer asker = join();
        long question = ask(asker);
        List<Viewer> cast = IntStream.range(0, 5).mapToObj(i -> join()).toList();
        List<PostId> posts = new ArrayList<>(List.of(PostId.question(question)));
        cast.forEach(member -> posts.add(PostId.answer(questions.answer(question, BODY, member))));
        Viewer author = join();
        Stream<PostId> others =
                IntStream.range(0, 44).mapToObj(i -> PostId.answer(questions.answer(question, BODY + i, author)));

        List<Callable<Void>> deeds = new ArrayList<>();
        for (Viewer voter : cast) {
            deeds.add(() -> {
                for (PostId post : posts) {
                    if (!post.equals(posts.get(cast.indexOf(voter) + 1))) {
                        votes.cast(post, -1, voter.id());
                        votes.withdraw(post, voter.id());
                        votes.cast(post, -1, voter.id());
                        votes.cast(post, 1, voter.id());
                    }
                }
                return null;
            });
        }
        others.forEach(post -> deeds.add(() -> {
            votes.cast(post, 1, join().id());
            return null;
        }));
        cast.forEach(member -> deeds.add(() -> {
            questions.answer(question, "Und noch eine Antwort, die niemand bewertet hat.", member);
            return null;
        }));
        Collections.shuffle(deeds, new Random(1213));
        ExecutorService pool = Executors.newFixedThreadPool(12, threads);
        try {
            for (Future<Void> deed : pool.invokeAll(deeds)) {
                deed.get();
            }
        } finally {
            pool.shutdown();
        }

        assertThat(scores("question", "id", question)).containsExactly(cast.size());
        assertThat(scores("answer", "question_id", question).stream().filter(score -> score == cast.size() - 1))
                .hasSize(cast.size());
        assertThat(strings("select p.id from answer p where p.question_id = " + question
                        + " and p.score <> (select coalesce(sum(v.value), 0) from vote v where v.post_type = 'ANSWER'"
                        + " and v.post_id = p.id and v.withdrawn_at is null)"))
                .as("scores that are no sums")
                .isEmpty();
        assertThat(standings.of(author.id()).points())
                .as("44 votes of 5 points on one day")
                .isEqualTo(200);
        assertThat(strings(TOTALS)).isEqualTo(strings(SUMS));
    }

    @SuppressWarnings("unchecked")
    private List<Integer> scores(String table, String key, long id) {
        return ((List<Number>) entities.createNativeQuery("select score from " + table + " where " + key + " = " + id)
                        .getResultList())
                .stream().map(Number::intValue).toList();
    }

    @Test
    void nobodyEarnsFromThemselves() {
        Viewer asker = join();
        long question = ask(asker);
        long answer = questions.answer(question, BODY, asker);
        assertThatThrownBy(() -> votes.cast(PostId.answer(answer), 1, asker.id()))
                .isInstanceOf(VoteProblem.class)
                .hasMessage("vote.own_post");
        questions.accept(question, answer, asker);
        assertThat(standings.of(asker.id()).points()).isZero();
    }

    private Viewer join() {
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

    private long ask(Viewer asker) {
        String category = "c-" + UUID.randomUUID().toString().substring(0, 8);
        categories.create(
                new CategoryText(category, "wifi", "Prüfstand", "Test bench", "Nur zum Prüfen", "For tests only"),
                Viewer.of(asker.id(), EnumSet.allOf(Role.class)));
        return questions.ask(
                asker.id(), new QuestionText("Eine Frage zum Prüfen", category, List.of(), BODY + category));
    }

    @SuppressWarnings("unchecked")
    private List<String> strings(String sql) {
        return ((List<Object>) entities.createNativeQuery(sql).getResultList())
                .stream().map(LedgerIT::text).toList();
    }

    /** The driver hands out a text with numbers in it as bytes. */
    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, UTF_8) : String.valueOf(value);
    }
}
