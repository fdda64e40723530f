package hilft.web.page.search;

/** A choice that narrows the search or, when it is chosen, a way back; without a count where none is told. */
public record FacetLink(String label, String count, String url, boolean chosen) {}
