package hilft.forum.attachment;

import java.util.Locale;

/** Where a picture is used. */
public enum AttachmentPlace {
    QUESTION,
    ANSWER,
    /** Stands for a member, whose id the place has; removed as soon as another one does. */
    AVATAR,
    /** Keeps a picture from being removed, and shows it to nobody but its uploader. */
    DRAFT;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
