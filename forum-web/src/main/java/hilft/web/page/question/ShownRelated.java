package hilft.web.page.question;

import hilft.forum.member.Author;

/** Another thread as the rail names it. */
public record ShownRelated(long id, Author author, String title, String url, String language, boolean solved) {}
