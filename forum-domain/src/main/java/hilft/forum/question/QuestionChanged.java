package hilft.forum.question;

/** Something about a question that earns nobody points: it was withdrawn, closed, opened or moved, or more people have it. */
public record QuestionChanged(long questionId) {}
