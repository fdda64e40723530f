package hilft.web.page.search;

/**
 * A choice that narrows the search or, when it is chosen, a way back; without a count where none is told, without an
 * address when it was chosen in the box.
 */
public record FacetLink(String label, String count, String url, boolean chosen) {}
