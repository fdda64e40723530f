package hilft.web.page.question;

/** Another thread as the rail names it. */
public record ShownRelated(long id, String title, String url, String language, boolean solved) {}
