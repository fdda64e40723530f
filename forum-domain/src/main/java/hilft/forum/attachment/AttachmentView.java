package hilft.forum.attachment;

import hilft.forum.attachment.picture.PictureType;
import hilft.forum.attachment.picture.Rendition;
import hilft.forum.text.Picture;
import java.util.Locale;

/** A stored picture: its name without extension, what it is, and its sizes in pixels as shown in a post and in full. */
public record AttachmentView(
        long id, String name, PictureType type, int width, int height, int fullWidth, int fullHeight) {

    /** In CSS pixels; in a post. */
    private static final int TALLEST = 640;

    /** The path under which posts show it. */
    public String url() {
        return "/attachments/" + id + "/" + fileName();
    }

    public String url(Rendition rendition) {
        return rendition == Rendition.DISPLAY
                ? url()
                : "/attachments/" + id + "/" + rendition.name().toLowerCase(Locale.ROOT) + "/" + fileName();
    }

    /** Lower-case ASCII with an extension that is true. */
    public String fileName() {
        return name + "." + type.extension();
    }

    /** What stands for it in a post's Markdown. */
    public String markdown() {
        return "![" + name.replace('-', ' ') + "](" + url() + ")";
    }

    /** What a screen of a phone shows upright would fill the page: it is shown smaller, and its link leads to all of it. */
    Picture picture() {
        double part = Math.min(1, (double) TALLEST / height);
        int shownWidth = (int) Math.max(1, Math.round(width * part));
        return new Picture(url(), url(Rendition.FULL), shownWidth, Math.min(height, TALLEST));
    }

    boolean displaysFull() {
        return width == fullWidth && height == fullHeight;
    }
}
