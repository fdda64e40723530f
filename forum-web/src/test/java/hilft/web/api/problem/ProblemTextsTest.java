package hilft.web.api.problem;

import hilft.forum.attachment.AttachmentProblem;
import hilft.forum.category.CategoryProblem;
import hilft.forum.channel.ConnectionProblem;
import hilft.forum.channel.LinkOutProblem;
import hilft.forum.idempotency.IdempotencyProblem;
import hilft.forum.member.MemberProblem;
import hilft.forum.moderation.ModerationProblem;
import hilft.forum.question.QuestionProblem;
import hilft.forum.vote.VoteProblem;
import hilft.rewards.event.EventProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is refused has a sentence in both languages. */
class ProblemTextsTest {

    private static final Set<Class<? extends Enum<?>>> REASONS = Set.of(
            AttachmentProblem.Reason.class,
            CategoryProblem.Reason.class,
            ConnectionProblem.Reason.class,
            EventProblem.Reason.class,
            IdempotencyProblem.Reason.class,
            LinkOutProblem.Reason.class,
            MemberProblem.Reason.class,
            ModerationProblem.Reason.class,
            QuestionProblem.Reason.class,
            VoteProblem.Reason.class);
    private static final Pattern FIELD_CODE =
            Pattern.compile("FieldError(?:\\.of)?\\(\\s*[^,()]+,\\s*\"([a-z]+\\.[a-z_]+)\"");
    private static final Pattern API_CODE = Pattern.compile("\"api\\.([a-z_]+)\"|new ApiProblem\\(\\d+, \"([a-z_]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void everyReasonHasOne(String language) {
        assertThat(keys(language))
                .containsAll(REASONS.stream().flatMap(ProblemTextsTest::codes).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void everyWrongFieldHasOne(String language) throws IOException {
        Set<String> codes =
                found(FIELD_CODE, "../forum-domain/src/main/java", "../rewards/src/main/java", "src/main/java");
        assertThat(codes).hasSizeGreaterThan(10);
        assertThat(keys(language)).containsAll(codes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void everythingTheApiItselfRefusesHasOne(String language) throws IOException {
        Set<String> codes = found(API_CODE, "src/main/java/hilft/web/api");
        assertThat(codes).contains("malformed", "internal", "too_large");
        assertThat(keys(language))
                .containsAll(codes.stream().map(code -> "api." + code).toList());
    }

    /** A sentence that is a pattern would lose an apostrophe, and one that is none would show it twice. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void noneHasAnApostropheThatAPatternWouldEat(String language) {
        ResourceBundle bundle = bundle(language);
        assertThat(bundle.keySet().stream().filter(key -> key.startsWith("problem.")))
                .allSatisfy(key -> assertThat(bundle.getString(key)).doesNotContain("'"));
    }

    private static Stream<String> codes(Class<? extends Enum<?>> reasons) {
        String name = reasons.getEnclosingClass().getSimpleName();
        String feature = name.substring(0, name.length() - "Problem".length()).toLowerCase(Locale.ROOT);
        return Stream.of(reasons.getEnumConstants())
                .map(reason -> feature + "." + reason.name().toLowerCase(Locale.ROOT));
    }

    private static Set<String> keys(String language) {
        return bundle(language).keySet().stream()
                .filter(key -> key.startsWith("problem."))
                .map(key -> key.substring("problem.".length()))
                .collect(Collectors.toSet());
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "hilft.messages",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> found(Pattern code, String... folders) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    code.matcher(Files.readString(file))
                            .results()
                            .forEach(match -> found.add(match.group(1) != null ? match.group(1) : match.group(2)));
                }
            }
        }
        return found;
    }
}
