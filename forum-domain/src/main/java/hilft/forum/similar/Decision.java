package hilft.forum.similar;

/** What came of a suggestion: with these features, it was the right one or not. */
public record Decision(Features features, boolean right) {}
