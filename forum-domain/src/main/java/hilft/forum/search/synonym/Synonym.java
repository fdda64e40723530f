package hilft.forum.search.synonym;

import java.util.List;

/** Who says one of these also means all of those; each is one to four words. In a line of equals the two are the same. */
public record Synonym(List<String> said, List<String> meant) {}
