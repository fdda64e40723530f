package hilft.web.page.draft;

import hilft.forum.draft.DraftEntry;
import hilft.forum.draft.DraftPlace;
import hilft.forum.draft.DraftPlace.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft in the list.
 *
 * @param kind what it is to become, under {@code draft.kind} in the bundle
 * @param title of the question or thread; empty if there is none yet, or none any more
 * @param url where writing goes on; null if what it belongs to is gone
 */
public record ShownDraft(
        long id,
        String kind,
        String title,
        String body,
        boolean aside,
        Instant savedAt,
        @Nullable String url) {

    static ShownDraft of(DraftEntry entry) {
        DraftPlace place = entry.draft().place();
        Kind kind = place.kind();
        String title = kind == Kind.QUESTION ? entry.draft().text().title() : entry.thread();
        return new ShownDraft(
                entry.draft().id(),
                place.post()
                        .filter(post -> kind == Kind.CHANGE)
                        .map(post -> kind.label() + "." + post.type().label())
                        .orElse(kind.label()),
                title == null ? "" : title,
                entry.draft().text().body(),
                place.isAside(),
                entry.draft().savedAt(),
                entry.url());
    }

    public boolean gone() {
        return url == null;
    }
}
