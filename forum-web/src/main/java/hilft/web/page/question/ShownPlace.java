package hilft.web.page.question;

/** Where the solution, which is shown first, would stand among the other answers. */
public record ShownPlace(String url) {}
