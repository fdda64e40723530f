package hilft.web.found;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hilft.forum.category.CategoryView;
import hilft.forum.member.Author;
import hilft.forum.member.Role;
import hilft.forum.question.AnswerView;
import hilft.forum.question.Marks;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionView;
import hilft.forum.question.Thread;
import hilft.forum.shared.Page;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a thread tells search engines, held against the lists of what Google requires. */
class ReadingAThreadByMachineTest {
    private static final Instant ASKED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Author ASKER = new Author(1, "erika", "Erika", Set.of(Role.CUSTOMER), false);
    private static final Author STAFF = new Author(2, "team", "Sam vom Team", Set.of(Role.STAFF), false);
    private static final Author DELETED = new Author(3, "x3", "", Set.of(), true);

    @Test
    void withAnswersItIsAPageOfQuestionAndAnswers() {
        JsonObject page =
                read(thread("Wie geht das?", 3, answer(5, STAFF, "So.", true), answer(6, ASKER, "Oder so.", false)));

        assertThat(text(page, "@context")).isEqualTo("https://schema.org");
        assertThat(text(page, "@type")).isEqualTo("QAPage");
        JsonObject question = page.getAsJsonObject("mainEntity");
        assertThat(question.keySet())
                .contains("@type", "name", "text", "answerCount", "upvoteCount", "datePublished", "author");
        assertThat(question.get("answerCount").getAsInt()).isEqualTo(2);
        assertThat(question.get("upvoteCount").getAsInt()).isEqualTo(3);
        assertThat(Instant.parse(text(question, "datePublished"))).isEqualTo(ASKED);
        assertThat(text(question.getAsJsonObject("author"), "url"))
                .isEqualTo("https://forum.example.org/members/erika");
        JsonObject accepted = question.getAsJsonObject("acceptedAnswer");
        assertThat(accepted.keySet()).contains("@type", "text", "upvoteCount", "datePublished", "url", "author");
        assertThat(text(accepted, "url")).isEqualTo("https://forum.example.org/questions/7/wie#answer-5");
        assertThat(text(accepted.getAsJsonObject("author"), "@type")).isEqualTo("Person");
        assertThat(question.getAsJsonArray("suggestedAnswer")).hasSize(1);
    }

    @Test
    void withoutAnswersItIsAPosting() {
        JsonObject posting = read(thread("Wie geht das?", 0));

        assertThat(text(posting, "@type")).isEqualTo("DiscussionForumPosting");
        assertThat(posting.keySet()).contains("author", "datePublished", "text", "headline", "url");
        assertThat(text(posting.getAsJsonObject("author"), "name")).isEqualTo("Erika");
        assertThat(posting.get("commentCount").getAsInt()).isEqualTo(2);
    }

    @Test
    void anAnswerWithoutAnyTextIsNone() {
        assertThat(text(read(thread("Wie geht das?", 0, answer(5, STAFF, " ", true))), "@type"))
                .isEqualTo("DiscussionForumPosting");
    }

    @Test
    void noTextEndsTheScript() {
        String evil = "</script><script>alert(1)</script><!-- \" \\ &lt; ]]> \u2028";
        String json = write(thread(evil, 0, answer(5, STAFF, evil, false)));

        assertThat(json).doesNotContain("<", ">", "&");
        JsonObject question = JsonParser.parseString(json).getAsJsonObject().getAsJsonObject("mainEntity");
        assertThat(text(question, "name")).isEqualTo(evil);
        assertThat(text(question.getAsJsonArray("suggestedAnswer").get(0).getAsJsonObject(), "text"))
                .isEqualTo(evil);
    }

    @Test
    void whoeverIsDeletedHasNoPage() {
        JsonObject question =
                read(thread("Wie?", 0, answer(5, DELETED, "So.", false))).getAsJsonObject("mainEntity");

        JsonObject author = question.getAsJsonArray("suggestedAnswer")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("author");
        assertThat(text(author, "name")).isEqualTo("Gelöscht");
        assertThat(author.has("url")).isFalse();
    }

    @Test
    void votesAgainAreNoUpvotes() {
        assertThat(read(thread("Wie?", -4, answer(5, STAFF, "So.", true)))
                        .getAsJsonObject("mainEntity")
                        .get("upvoteCount")
                        .getAsInt())
                .isZero();
    }

    private static JsonObject read(Thread thread) {
        return JsonParser.parseString(write(thread)).getAsJsonObject();
    }

    private static String write(Thread thread) {
        return new StructuredThread("https://forum.example.org", "Gelöscht", text -> text).of(thread);
    }

    private static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        assertThat(value).as(name).isNotNull();
        return value.getAsString();
    }

    private static Thread thread(String title, int score, AnswerView... answers) {
        QuestionItem item = new QuestionItem(
                7,
                title,
                "wie",
                "de",
                "Auszug",
                ASKER,
                new CategoryView(
                        1, "wlan", "wifi", "petrol", "WLAN", "Wi-Fi", "", "", "", "", "", "", false, 1, List.of()),
                List.of(),
                ASKED,
                ASKED,
                answers.length,
                score,
                0,
                0,
                false,
                false,
                false,
                false);
        QuestionView question = new QuestionView(
                item,
                "Text der Frage",
                "",
                null,
                null,
                null,
                1,
                2,
                Marks.NONE,
                false,
                false,
                false,
                false,
                false,
                false,
                false);
        return new Thread(question, new Page<>(List.of(answers), null), null, OptionalInt.empty());
    }

    private static AnswerView answer(long id, Author author, String body, boolean accepted) {
        return new AnswerView(
                id,
                7,
                "de",
                body,
                "",
                author,
                ASKED,
                null,
                1,
                author.isTeam(),
                false,
                null,
                0,
                0,
                0,
                accepted,
                false,
                1,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false);
    }
}
