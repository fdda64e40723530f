package hilft.forum.search.synonym;

/** Another list of synonyms counts from now on; other nodes find it by its version. */
public record SynonymsSaved(int version) {}
