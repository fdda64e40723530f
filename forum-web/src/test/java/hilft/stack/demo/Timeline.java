package hilft.stack.demo;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import hilft.stack.demo.DemoQuestion.DemoAnswer;
import hilft.stack.demo.DemoQuestion.DemoComment;
import hilft.stack.demo.DemoQuestion.DemoFlag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns content into deeds in the order in which they happened. Whatever has no time of its own gets a plausible one. */
final class Timeline {
    private static final Gson GSON = new Gson();
    private static final Duration BEFORE_EVERYTHING = Duration.ofDays(1);
    private static final Duration VOTES_COME_WITHIN = Duration.ofDays(4);
    private static final Duration COMPLAINTS_COME_WITHIN = Duration.ofHours(4);
    private static final Duration MODERATION_TAKES = Duration.ofMinutes(20);

    private final List<Deed> deeds = new ArrayList<>();

    private Timeline() {}

    static List<Deed> of(List<JsonObject> categories, List<DemoQuestion> questions) {
        var timeline = new Timeline();
        var oldest = questions.stream()
                .map(DemoQuestion::age)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        categories.forEach(category -> timeline.open(category, oldest.plus(BEFORE_EVERYTHING)));
        questions.forEach(timeline::tell);
        timeline.deeds.sort(Comparator.comparing(Deed::ago).reversed());
        return List.copyOf(timeline.deeds);
    }

    private void open(JsonObject category, Duration ago) {
        var key = "category." + category.get("slug").getAsString();
        deeds.add(new Deed(key, ago, "admin", "POST", "/categories", category));
    }

    private void tell(DemoQuestion question) {
        var story = new Story(question);
        story.ask();
        for (var index = 0; index < question.answers().size(); index++) {
            story.answer(index + 1, question.answers().get(index));
        }
        if (question.hidden() != null) {
            story.moderate(story.questionPath() + "/hidden", question.hidden().reason(), story.latest);
        }
        if (question.locked() != null) {
            story.moderate(story.questionPath() + "/lock", question.locked().reason(), story.latest);
        }
    }

    /** Names and values in turn; always in this order, because a repeated request must be the same to the letter. */
    private static JsonObject json(Object... namesAndValues) {
        var json = new JsonObject();
        for (var index = 0; index < namesAndValues.length; index += 2) {
            json.add((String) namesAndValues[index], GSON.toJsonTree(namesAndValues[index + 1]));
        }
        return json;
    }

    /** One question's deeds; {@code latest} is the age of the youngest so far. */
    private final class Story {
        private final DemoQuestion question;
        private final String key;
        private Duration latest;

        Story(DemoQuestion question) {
            this.question = question;
            this.key = "question." + question.key();
            this.latest = question.age();
        }

        String questionPath() {
            return "/questions/{" + key + "}";
        }

        void ask() {
            add(
                    key,
                    question.age(),
                    question.author(),
                    "POST",
                    "/questions",
                    json(
                            "title", question.title(),
                            "category", question.category(),
                            "tags", question.tags(),
                            "body", question.body()));
            var isHidden = question.hidden() != null;
            spread(key + ".me-too", question.meToo(), question.age(), isHidden)
                    .forEach(vote -> add(vote.key, vote.ago, vote.member, "PUT", questionPath() + "/me-too", null));
            vote(key, questionPath(), question.up(), question.down(), question.age(), isHidden);
            flag(key, "question", question.listFlags(), question.age());
            comment(key, questionPath(), question.listComments(), question.age());
        }

        void answer(int number, DemoAnswer answer) {
            var answerKey = key + ".answer." + number;
            var path = "/answers/{" + answerKey + "}";
            var ago = question.age().minus(answer.delay());
            add(answerKey, ago, answer.author(), "POST", questionPath() + "/answers", json("body", answer.body()));
            var before = latest;
            latest = ago;
            vote(answerKey, path, answer.up(), answer.down(), ago, answer.hidden() != null);
            flag(answerKey, "answer", answer.listFlags(), ago);
            comment(answerKey, path, answer.listComments(), ago);
            if (answer.hidden() != null) {
                moderate(path + "/hidden", answer.hidden().reason(), latest);
            }
            latest = smaller(before, latest);
            if (answer.accepted() != null) {
                accept(answerKey, question.age().minus(Duration.parse(answer.accepted())));
            }
        }

        private void accept(String answerKey, Duration ago) {
            var body = json("answerId", "{" + answerKey + "}");
            add(answerKey + ".accepted", ago, question.author(), "PUT", questionPath() + "/accepted-answer", body);
        }

        private void vote(
                String post, String path, List<String> up, List<String> down, Duration age, boolean isHidden) {
            for (var vote : spread(post + ".up", up, age, isHidden)) {
                add(vote.key, vote.ago, vote.member, "PUT", path + "/vote", json("value", 1));
            }
            for (var vote : spread(post + ".down", down, age, isHidden)) {
                add(vote.key, vote.ago, vote.member, "PUT", path + "/vote", json("value", -1));
            }
        }

        private void comment(String post, String path, List<DemoComment> comments, Duration age) {
            for (var index = 0; index < comments.size(); index++) {
                var comment = comments.get(index);
                var commentKey = post + ".comment." + (index + 1);
                var ago = past(age, comment.delay());
                add(commentKey, ago, comment.by(), "POST", path + "/comments", json("body", comment.body()));
            }
        }

        private void flag(String post, String type, List<DemoFlag> flags, Duration age) {
            var members = flags.stream().map(DemoFlag::by).toList();
            var calls = spread(post + ".flag", members, age, true);
            for (var index = 0; index < calls.size(); index++) {
                var call = calls.get(index);
                var flag = flags.get(index);
                var target = json("type", type, "id", "{" + post + "}");
                var body = json("target", target, "reason", flag.reason(), "note", flag.note());
                add(call.key, call.ago, call.member, "POST", "/flags", body);
            }
        }

        void moderate(String path, String reason, Duration after) {
            add(
                    path.substring(path.indexOf('{')).replaceAll("[{}]", ""),
                    past(after, MODERATION_TAKES),
                    "moderator",
                    "PUT",
                    path,
                    json("reason", reason));
        }

        private void add(
                String deed, Duration ago, String member, String method, String path, @Nullable JsonObject body) {
            latest = smaller(latest, ago);
            deeds.add(new Deed(deed, ago, member, method, path, body));
        }
    }

    private record Call(String key, Duration ago, String member) {}

    /** Many react at once, the rest over days; nobody after the present. */
    private static List<Call> spread(String key, List<String> members, Duration age, boolean isHidden) {
        var window = smaller(age.multipliedBy(9).dividedBy(10), isHidden ? COMPLAINTS_COME_WITHIN : VOTES_COME_WITHIN);
        var calls = new ArrayList<Call>();
        for (var index = 0; index < members.size(); index++) {
            var share = (index + 1.0) / (members.size() + 1.0);
            var delay = Duration.ofSeconds(Math.round(window.toSeconds() * share * share));
            var member = members.get(index);
            calls.add(new Call(key + "." + member, age.minus(delay), member));
        }
        return calls;
    }

    private static Duration past(Duration ago, Duration delay) {
        var later = ago.minus(delay);
        return later.isNegative() ? Duration.ZERO : later;
    }

    private static Duration smaller(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
