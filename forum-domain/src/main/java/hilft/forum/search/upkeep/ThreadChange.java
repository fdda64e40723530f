package hilft.forum.search.upkeep;

/** That a thread changed; settled once no change with a lower id can still be on its way to being committed. */
record ThreadChange(long id, long questionId, boolean settled) {}
