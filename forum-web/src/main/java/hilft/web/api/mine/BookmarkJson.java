package hilft.web.api.mine;

import hilft.forum.bookmark.BookmarkItem;
import java.time.Instant;

/** A post that the caller keeps; {@code title} is its question's. */
public record BookmarkJson(PostJson post, String title, String url, String excerpt, boolean solved, Instant keptAt) {

    /** Which post it is. */
    public record PostJson(long id, String type) {}

    static BookmarkJson of(BookmarkItem item) {
        return new BookmarkJson(
                new PostJson(item.postId(), item.type().label()),
                item.title(),
                item.url(),
                item.excerpt(),
                item.solved(),
                item.keptAt());
    }
}
