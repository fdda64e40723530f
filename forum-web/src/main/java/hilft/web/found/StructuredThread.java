package hilft.web.found;

import hilft.forum.member.Author;
import hilft.forum.question.AnswerView;
import hilft.forum.question.QuestionItem;
import hilft.forum.question.QuestionView;
import hilft.forum.question.Thread;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A thread as search engines read it, in JSON-LD: by Google's rules a <a
 * href="https://developers.google.com/search/docs/appearance/structured-data/qapage">QAPage</a> needs an answer, and
 * without one it is a <a
 * href="https://developers.google.com/search/docs/appearance/structured-data/discussion-forum">DiscussionForumPosting</a>.
 */
public final class StructuredThread {
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private final String baseUrl;
    private final String nobody;
    private final UnaryOperator<String> plain;

    /**
     * @param nobody the name that stands for deleted members
     * @param plain makes plain text of Markdown
     */
    public StructuredThread(String baseUrl, String nobody, UnaryOperator<String> plain) {
        this.baseUrl = baseUrl;
        this.nobody = nobody;
        this.plain = plain;
    }

    /** Safe inside of a script element: no text can end it. */
    public String of(Thread thread) {
        QuestionItem item = thread.question().item();
        String text = plain.apply(thread.question().body());
        List<AnswerView> answers = thread.answers().items().stream()
                .filter(answer ->
                        !answer.hidden() && !plain.apply(answer.body()).isBlank())
                .toList();
        JsonObject whole = answers.isEmpty() ? posting(thread.question(), text) : page(item, text, answers);
        return whole.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private JsonObject page(QuestionItem item, String text, List<AnswerView> answers) {
        JsonObjectBuilder question = JSON.createObjectBuilder()
                .add("@type", "Question")
                .add("name", item.title())
                .add("text", text.isBlank() ? item.title() : text)
                .add("inLanguage", item.language())
                .add("answerCount", Math.max(item.answerCount(), answers.size()))
                .add("upvoteCount", Math.max(0, item.score()))
                .add("datePublished", item.askedAt().toString())
                .add("author", person(item.author()));
        JsonArrayBuilder suggested = JSON.createArrayBuilder();
        boolean hasSuggested = false;
        for (AnswerView answer : answers) {
            if (answer.accepted()) {
                question.add("acceptedAnswer", answer(answer, item));
            } else {
                suggested.add(answer(answer, item));
                hasSuggested = true;
            }
        }
        if (hasSuggested) {
            question.add("suggestedAnswer", suggested);
        }
        return JSON.createObjectBuilder()
                .add("@context", "https://schema.org")
                .add("@type", "QAPage")
                .add("mainEntity", question)
                .build();
    }

    private JsonObjectBuilder answer(AnswerView answer, QuestionItem item) {
        return JSON.createObjectBuilder()
                .add("@type", "Answer")
                .add("text", plain.apply(answer.body()))
                .add("inLanguage", answer.language())
                .add("upvoteCount", Math.max(0, answer.score()))
                .add("datePublished", answer.writtenAt().toString())
                .add("url", baseUrl + item.url() + "#answer-" + answer.id())
                .add("author", person(answer.author()));
    }

    private JsonObject posting(QuestionView question, String text) {
        QuestionItem item = question.item();
        return JSON.createObjectBuilder()
                .add("@context", "https://schema.org")
                .add("@type", "DiscussionForumPosting")
                .add("headline", item.title())
                .add("text", text.isBlank() ? item.title() : text)
                .add("inLanguage", item.language())
                .add("url", baseUrl + item.url())
                .add("datePublished", item.askedAt().toString())
                .add("author", person(item.author()))
                .add("commentCount", question.commentCount())
                .add(
                        "interactionStatistic",
                        JSON.createObjectBuilder()
                                .add("@type", "InteractionCounter")
                                .add("interactionType", "https://schema.org/LikeAction")
                                .add("userInteractionCount", Math.max(0, item.score())))
                .build();
    }

    private JsonObjectBuilder person(Author author) {
        JsonObjectBuilder person = JSON.createObjectBuilder()
                .add("@type", "Person")
                .add("name", author.deleted() ? nobody : author.displayName());
        return author.deleted() ? person : person.add("url", baseUrl + "/members/" + author.handle());
    }
}
