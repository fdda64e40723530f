package hilft.forum.attachment;

import java.util.Locale;

/** Where a picture is used. */
public enum AttachmentPlace {
    QUESTION,
    ANSWER,
    /** Has no earlier versions: a picture that was taken out of one, or taken back with it, is removed as an unused one. */
    COMMENT,
    /** Stands for a member, whose id the place has; removed as soon as another one does. */
    AVATAR,
    /** Keeps a picture from being removed, and shows it to nobody but its uploader. */
    DRAFT;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
