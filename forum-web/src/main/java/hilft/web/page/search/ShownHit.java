package hilft.web.page.search;

import hilft.forum.search.SearchHit;

/**
 * A hit as one reader sees it.
 *
 * @param folded whether they have blocked who asked
 */
public record ShownHit(SearchHit hit, boolean folded) {}
