package hilft.forum.question;

/** What other packages need to know of a visible post. */
public record Post(
        PostId id, long questionId, long categoryId, long authorId, boolean open, String title, String excerpt) {}
