package hilft.stack.demo;

import hilft.stack.demo.DemoFiles.DemoMember;
import hilft.stack.demo.DemoQuestion.DemoAnswer;
import hilft.stack.demo.DemoQuestion.DemoComment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Content that breaks a rule of the forum would stop the demo on everybody's machine, so it is checked here first. */
class DemoContentTest {
    private static final Set<String> CAST =
            Set.of("asker", "helper", "expert", "moderator", "moderator2", "staff", "marketing", "admin");
    private static final Pattern TAG = Pattern.compile("[a-z0-9][a-z0-9-]{0,29}");

    private final List<DemoQuestion> questions = DemoFiles.questions();
    private final List<DemoMember> members = DemoFiles.members();

    @Test
    void thereIsEnoughToRead() {
        assertThat(questions).hasSizeGreaterThanOrEqualTo(64);
        assertThat(answers()).hasSizeGreaterThanOrEqualTo(165);
        assertThat(members.size() + CAST.size()).isGreaterThanOrEqualTo(25);
        assertThat(DemoFiles.categories()).hasSizeBetween(8, 9);
    }

    @Test
    void aboutTwoThirdsAreGermanAndAboutHalfAreSolved() {
        assertThat(share(question -> question.language().equals("de"))).isBetween(0.6, 0.72);
        assertThat(share(question -> question.findSolution().isPresent())).isBetween(0.5, 0.6);
        assertThat(share(question -> question.answers().isEmpty())).isBetween(0.05, 0.2);
    }

    @Test
    void theExtremesThatPagesMustBearAreThere() {
        assertThat(questions).anyMatch(question -> question.title().length() > 130);
        assertThat(questions).anyMatch(question -> question.body().length() > 3_000);
        assertThat(questions).anyMatch(question -> question.answers().size() > 20);
        assertThat(questions).anyMatch(question -> question.hidden() != null);
        assertThat(questions).anyMatch(question -> question.locked() != null);
        assertThat(questions).anyMatch(question -> !question.listFlags().isEmpty());
        assertThat(members).anyMatch(member -> member.displayName().length() == 40);
    }

    @Test
    void titlesBodiesAndTagsKeepTheRules() {
        assertThat(questions).allSatisfy(question -> {
            assertThat(question.title()).hasSizeBetween(10, 150);
            assertThat(question.tags()).hasSizeLessThanOrEqualTo(5).allMatch(TAG.asMatchPredicate());
        });
        var bodies = Stream.concat(
                questions.stream().map(DemoQuestion::body), answers().stream().map(DemoAnswer::body));
        assertThat(bodies).allSatisfy(body -> assertThat(body.length()).isBetween(20, 30_000));
        assertThat(questions.stream().flatMap(DemoContentTest::comments))
                .hasSizeGreaterThan(10)
                .allSatisfy(comment -> assertThat(comment.body().length()).isBetween(15, 600));
    }

    @Test
    void everybodyAndEverythingNamedExists() {
        var known = new HashSet<>(CAST);
        members.forEach(member -> assertThat(known.add(member.username())).isTrue());
        var categories = DemoFiles.categories().stream()
                .map(category -> category.get("slug").getAsString())
                .toList();
        var keys = questions.stream().map(DemoQuestion::key).collect(Collectors.toSet());
        assertThat(keys).hasSameSizeAs(questions);
        assertThat(questions).allSatisfy(question -> {
            assertThat(known).containsAll(everybodyIn(question));
            assertThat(categories).contains(question.category());
            if (question.sameAs() != null) {
                assertThat(keys).contains(question.sameAs());
            }
        });
    }

    @Test
    void guestsOfEventsAreInvitedCustomersAndHaveSeats() {
        var customers = new HashSet<>(Set.of("asker", "helper", "expert"));
        members.stream()
                .filter(member -> member.roles().equals(List.of("customer")))
                .forEach(member -> customers.add(member.username()));
        assertThat(DemoFiles.events()).hasSizeBetween(3, 5).allSatisfy(event -> {
            assertThat(customers).containsAll(event.invited());
            assertThat(event.invited()).containsAll(event.accepted()).containsAll(event.declined());
            assertThat(event.accepted()).hasSizeLessThanOrEqualTo(event.seats());
            assertThat(event.age().toDays() + event.days()).isGreaterThan(event.answerDaysBefore());
        });
    }

    @Test
    void theIconOfEachCategoryIsInTheSprite() throws IOException {
        var sprite = Files.readString(Path.of("src/main/webapp/resources/part/icons.svg"));
        assertThat(DemoFiles.categories())
                .allSatisfy(category -> assertThat(sprite)
                        .contains("<symbol id=\"" + category.get("icon").getAsString() + "\""));
    }

    @Test
    void nobodyVotesForThemselvesOrTwice() {
        assertThat(questions).allSatisfy(question -> {
            assertVotes(question.author(), question.up(), question.down());
            assertThat(question.meToo()).doesNotContain(question.author()).doesNotHaveDuplicates();
            assertThat(question.answers())
                    .allSatisfy(answer -> assertVotes(answer.author(), answer.up(), answer.down()));
        });
    }

    @Test
    void aSolutionIsSomebodyElsesAndTheOnlyOne() {
        assertThat(questions).allSatisfy(question -> {
            assertThat(question.answers().stream().filter(DemoAnswer::isSolution))
                    .hasSizeLessThanOrEqualTo(1);
            question.findSolution()
                    .ifPresent(solution -> assertThat(solution.author()).isNotEqualTo(question.author()));
        });
    }

    @Test
    void everythingHappensInOrderAndInThePast() {
        var deeds = Timeline.of(DemoFiles.categories(), questions);
        var done = new HashSet<String>();
        assertThat(deeds).allSatisfy(deed -> {
            assertThat(deed.ago()).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(done).containsAll(Placeholders.in(deed));
            assertThat(done.add(deed.key())).isTrue();
        });
        assertThat(deeds).isSortedAccordingTo((one, other) -> other.ago().compareTo(one.ago()));
    }

    @Test
    void nothingIsTriedOnAHiddenOrLockedPost() {
        var closed = new HashSet<String>();
        for (var deed : Timeline.of(DemoFiles.categories(), questions)) {
            assertThat(Placeholders.in(deed)).noneMatch(post -> closed.stream().anyMatch(post::startsWith));
            if (deed.path().endsWith("/hidden") || deed.path().endsWith("/lock")) {
                closed.addAll(Placeholders.in(deed));
            }
        }
        assertThat(closed).hasSizeGreaterThanOrEqualTo(3);
    }

    private List<DemoAnswer> answers() {
        return questions.stream()
                .flatMap(question -> question.answers().stream())
                .toList();
    }

    private double share(Predicate<DemoQuestion> claim) {
        return (double) questions.stream().filter(claim).count() / questions.size();
    }

    private static List<String> everybodyIn(DemoQuestion question) {
        var ofAnswers = question.answers().stream()
                .flatMap(answer -> Stream.of(List.of(answer.author()), answer.up(), answer.down()));
        var ofQuestion = Stream.of(List.of(question.author()), question.meToo(), question.up(), question.down());
        var ofComments = Stream.of(comments(question).map(DemoComment::by).toList());
        return Stream.of(ofQuestion, ofAnswers, ofComments)
                .flatMap(all -> all)
                .flatMap(Collection::stream)
                .toList();
    }

    private static Stream<DemoComment> comments(DemoQuestion question) {
        return Stream.concat(
                question.listComments().stream(),
                question.answers().stream().flatMap(answer -> answer.listComments().stream()));
    }

    private static void assertVotes(String author, List<String> up, List<String> down) {
        assertThat(Stream.concat(up.stream(), down.stream()))
                .doesNotContain(author)
                .doesNotHaveDuplicates();
    }
}
