package hilft.forum.question;

import hilft.forum.member.Viewer;
import hilft.forum.shared.FieldError;
import hilft.forum.tag.TagRules;
import hilft.forum.text.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What may be asked and answered, and who may do what with it. Lengths count Unicode code points. */
public final class QuestionRules {

    public static final int TITLE_MIN = 10;
    public static final int TITLE_MAX = 150;
    public static final int BODY_MIN = 20;
    public static final int BODY_MAX = 30_000;
    public static final int TAGS_MAX = 5;

    /** Longer than others are told nothing: a slow connection must not cost the press of a button. */
    static final Duration UNDO = Duration.ofMinutes(2);

    /** How long the same text of the same member at the same place is the same post: Back brings a form again as it was. */
    private static final Duration REPEATED = Duration.ofMinutes(10);

    private QuestionRules() {}

    /** What was written since then with the same text need not be written again. */
    public static Instant repeatedSince(Instant now) {
        return now.minus(REPEATED);
    }

    /** @param visible whether a reader sees anything of the body */
    static List<FieldError> check(QuestionText text, boolean visible, boolean categoryKnown) {
        List<FieldError> errors = new ArrayList<>();
        int title = length(text.title());
        if (title < TITLE_MIN || title > TITLE_MAX) {
            errors.add(new FieldError("title", "question.title_length", TITLE_MIN, TITLE_MAX));
        } else if (!Input.isVisible(text.title())) {
            errors.add(FieldError.of("title", "question.title_invisible"));
        }
        if (!categoryKnown) {
            errors.add(FieldError.of("category", "question.category_unknown"));
        }
        if (text.tags().size() > TAGS_MAX) {
            errors.add(new FieldError("tags", "question.tags_many", 0, TAGS_MAX));
        }
        if (!text.tags().stream().allMatch(TagRules::isTag)) {
            errors.add(new FieldError("tags", "question.tag_invalid", 1, TagRules.LENGTH_MAX));
        }
        errors.addAll(checkBody(text.body(), visible));
        return errors;
    }

    static List<FieldError> checkBody(String body, boolean visible) {
        int length = length(body);
        if (length < BODY_MIN || length > BODY_MAX) {
            return List.of(new FieldError("body", "question.body_length", BODY_MIN, BODY_MAX));
        }
        return visible ? List.of() : List.of(FieldError.of("body", "question.body_invisible"));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Tags as stored: lower case, without a leading #, inner blanks as hyphens, each once. */
    static List<String> tags(List<String> typed) {
        return typed.stream()
                .map(TagRules::spelled)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    static boolean mayAnswer(Viewer viewer, boolean locked) {
        return viewer.isMember() && (!locked || viewer.isModerator());
    }

    static boolean mayEdit(Viewer viewer, long authorId, boolean locked) {
        return viewer.isModerator() || (viewer.is(authorId) && !locked);
    }

    /** As long as nobody has voted, commented or accepted it, and most of all been told of it long ago. */
    static boolean mayTakeBack(Viewer viewer, Answer answer, Instant now) {
        return viewer.is(answer.authorId())
                && answer.isUntouched()
                && now.isBefore(answer.writtenAt().plus(UNDO));
    }

    static boolean mayAccept(Viewer viewer, long askerId) {
        return viewer.is(askerId);
    }

    /** The asker alone knows what helped, and thanks others. */
    static boolean mayCallHelpful(Viewer viewer, long askerId, long authorId) {
        return viewer.is(askerId) && !viewer.is(authorId);
    }

    /** Whoever had the problem, whoever wrote the solution, and staff know whether it is valid still. */
    static boolean mayConfirm(Viewer viewer, long askerId, long authorId) {
        return viewer.is(askerId) || viewer.is(authorId) || viewer.isOfficial();
    }

    static boolean mayVote(Viewer viewer, long authorId, boolean locked) {
        return viewer.isMember() && !viewer.is(authorId) && !locked;
    }

    /** Somebody's own question cannot also be their neighbour's. */
    static boolean maySayMeToo(Viewer viewer, long askerId) {
        return viewer.isMember() && !viewer.is(askerId);
    }

    /** An asker may take a question back until somebody has answered it. */
    static boolean mayDelete(Viewer viewer, long askerId, int answerCount) {
        return viewer.is(askerId) && answerCount == 0;
    }
}
