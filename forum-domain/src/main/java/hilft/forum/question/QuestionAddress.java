package hilft.forum.question;

import java.time.Instant;

/** Where a question stands and when something last happened there; public only because JPQL makes it. */
public record QuestionAddress(Long id, String slug, Instant lastActivityAt) {

    /** The canonical path of the page. */
    public String url() {
        return "/questions/" + id + "/" + slug;
    }
}
