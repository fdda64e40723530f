package hilft.forum.question;

import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class AskingWellTest {

    private static final String BODY = "Seit gestern blinkt der Router rot.";

    @Test
    void aGoodQuestionHasNoErrors() {
        assertThat(check("Router blinkt rot", List.of("router", "wlan"), BODY)).isEmpty();
    }

    @Test
    void lengthsCountCharactersAsPeopleSeeThem() {
        assertThat(check("📶".repeat(10), List.of(), "🛰".repeat(20))).isEmpty();
        assertThat(check("📶".repeat(150), List.of(), "🛰".repeat(30_000))).isEmpty();
        assertThat(check("📶".repeat(9), List.of(), "🛰".repeat(19)))
                .extracting(FieldError::field)
                .containsExactly("title", "body");
        assertThat(check("x".repeat(151), List.of(), "x".repeat(30_001)))
                .extracting(FieldError::field, FieldError::max)
                .containsExactly(tuple("title", 150), tuple("body", 30_000));
    }

    @Test
    void whatNobodyCanSeeIsNoQuestion() {
        String nothing = "\u200D\u034F\uFE0F".repeat(10);

        assertThat(check(nothing, List.of(), nothing))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("title", "question.title_invisible"), tuple("body", "question.body_invisible"));
        assertThat(check("?!".repeat(10), List.of(), "…".repeat(30))).hasSize(2);
        assertThat(check("\u200D".repeat(9) + "7", List.of(), "\u200D".repeat(29) + "€"))
                .isEmpty();
    }

    @Test
    void fiveTagsAreEnough() {
        List<String> six = IntStream.range(0, 6).mapToObj(n -> "tag" + n).toList();

        assertThat(check("Router blinkt rot", six, BODY))
                .extracting(FieldError::code)
                .containsExactly("question.tags_many");
    }

    @Test
    void aTagIsAWord() {
        assertThat(check("Router blinkt rot", List.of("5g", "glasfaser-ausbau", "c++", "störung"), BODY))
                .isEmpty();
        assertThat(check("Router blinkt rot", List.of("<b>"), BODY))
                .extracting(FieldError::code)
                .containsExactly("question.tag_invalid");
        assertThat(check("Router blinkt rot", List.of("x".repeat(31)), BODY)).hasSize(1);
    }

    @Test
    void tagsAreTidiedAsTheyAreTyped() {
        assertThat(QuestionRules.tags(List.of("#Router", " WLAN 6 ", "router", "", "##eSIM")))
                .containsExactly("router", "wlan-6", "esim");
    }

    @Test
    void anUnknownCategoryIsAnErrorAtItsField() {
        QuestionText text = new QuestionText("Router blinkt rot", "nowhere", List.of(), BODY);

        assertThat(QuestionRules.check(text, true, false))
                .extracting(FieldError::field)
                .containsExactly("category");
    }

    private static List<FieldError> check(String title, List<String> tags, String body) {
        return QuestionRules.check(new QuestionText(title, "internet", tags, body), Input.isVisible(body), true);
    }
}
