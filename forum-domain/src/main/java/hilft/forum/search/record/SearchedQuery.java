package hilft.forum.search.record;

/** What was searched for in a period, how often, and how often in vain. */
public record SearchedQuery(String query, long searches, long withoutResult) {}
