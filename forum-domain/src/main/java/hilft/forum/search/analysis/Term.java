package hilft.forum.search.analysis;

/** What is compared, and which characters of the text it stands for: from {@code start} to before {@code end}. */
public record Term(String text, int start, int end) {}
