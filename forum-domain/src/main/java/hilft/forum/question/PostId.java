package hilft.forum.question;

import hilft.forum.shared.FieldError;

/** Names one post of any kind. */
public record PostId(PostType type, long id) {

    public static PostId question(long id) {
        return new PostId(PostType.QUESTION, id);
    }

    public static PostId answer(long id) {
        return new PostId(PostType.ANSWER, id);
    }

    public static PostId comment(long id) {
        return new PostId(PostType.COMMENT, id);
    }

    /** Reads {@code question}, {@code answer} or {@code comment}; anything else is a field error at {@code type}. */
    public static PostId of(String type, long id) {
        return switch (type) {
            case "question" -> question(id);
            case "answer" -> answer(id);
            case "comment" -> comment(id);
            default ->
                throw new QuestionProblem(QuestionProblem.Reason.INVALID, FieldError.of("type", "question.post_type"));
        };
    }
}
