package hilft.web.page.search;

import java.util.List;

/** Choices of one kind. */
public record FacetGroup(String name, String title, List<FacetLink> links) {}
