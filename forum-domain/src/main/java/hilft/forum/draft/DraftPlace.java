package hilft.forum.draft;

import hilft.forum.question.PostId;
import hilft.forum.question.PostType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a draft is to become a post: {@code ask}, {@code answer-42}, {@code comment-question-42}, {@code comment-answer-7},
 * {@code edit-question-42}, {@code edit-answer-7} or {@code edit-comment-9}; the changes that begin with an earlier revision
 * have places of their own ({@code edit-answer-7-revision-2}), and so has what was put aside ({@code ask~12}).
 */
public record DraftPlace(String name) {

    public static final DraftPlace ASK = new DraftPlace("ask");

    private static final String ID = "[1-9]\\d{0,17}";
    private static final Pattern PLACE = Pattern.compile("(ask|answer-" + ID + "|comment-(?:question|answer)-" + ID
            + "|edit-(?:question|answer|comment)-" + ID + "(?:-revision-[1-9]\\d{0,8})?)(?:~" + ID + ")?");
    private static final Pattern POST = Pattern.compile("(?:(?:comment|edit)-)?(question|answer|comment)-(\\d+)");

    /** What is written there. */
    public enum Kind {
        QUESTION,
        ANSWER,
        COMMENT,
        CHANGE;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The place of that name, if it is one. */
    public static Optional<DraftPlace> find(@Nullable String name) {
        return name != null && PLACE.matcher(name).matches() ? Optional.of(new DraftPlace(name)) : Optional.empty();
    }

    public static DraftPlace answerTo(long questionId) {
        return new DraftPlace("answer-" + questionId);
    }

    public static DraftPlace commentOn(PostId post) {
        return new DraftPlace("comment-" + post.type().label() + "-" + post.id());
    }

    public static DraftPlace changeOf(PostId post) {
        return new DraftPlace("edit-" + post.type().label() + "-" + post.id());
    }

    /** A change that begins with an earlier revision of the post. */
    public DraftPlace from(int revision) {
        return new DraftPlace(name + "-revision-" + revision);
    }

    /** The place that was asked for in the beginning. */
    DraftPlace base() {
        int mark = name.indexOf('~');
        return mark < 0 ? this : new DraftPlace(name.substring(0, mark));
    }

    DraftPlace aside(long draftId) {
        return new DraftPlace(base().name() + "~" + draftId);
    }

    /** Whether it is that place, or one where its texts are put aside. */
    public boolean isAt(DraftPlace place) {
        return base().equals(place);
    }

    public boolean isAside() {
        return name.indexOf('~') >= 0;
    }

    public Kind kind() {
        if (name.startsWith("ask")) {
            return Kind.QUESTION;
        }
        if (name.startsWith("answer-")) {
            return Kind.ANSWER;
        }
        return name.startsWith("comment-") ? Kind.COMMENT : Kind.CHANGE;
    }

    /** The post that is answered, commented or changed; nothing for a new question. */
    public Optional<PostId> post() {
        Matcher post = POST.matcher(name);
        if (!post.lookingAt()) {
            return Optional.empty();
        }
        long id = Long.parseLong(post.group(2));
        if (kind() == Kind.ANSWER) {
            return Optional.of(PostId.question(id));
        }
        return Optional.of(new PostId(PostType.valueOf(post.group(1).toUpperCase(Locale.ROOT)), id));
    }
}
