package hilft.web.api.attachment;

import hilft.forum.attachment.AttachmentView;
import hilft.forum.attachment.picture.Rendition;

/** An uploaded picture: where it is, its size as posts show it in pixels, and what stands for it in Markdown. */
public record AttachmentJson(
        long id, String url, String fullUrl, String thumbnailUrl, int width, int height, String markdown) {

    static AttachmentJson of(AttachmentView view) {
        return new AttachmentJson(
                view.id(),
                view.url(),
                view.url(Rendition.FULL),
                view.url(Rendition.THUMBNAIL),
                view.width(),
                view.height(),
                view.markdown());
    }
}
