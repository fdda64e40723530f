package hilft.forum.attachment.picture;

/** Why a file is not taken as a picture. */
public class PictureProblem extends Exception {

    public enum Reason {
        /** It is none of JPEG, PNG, GIF and WebP. */
        TYPE_UNKNOWN,
        /** HEIC or AVIF. */
        TYPE_HEIF,
        /** Its header says that it has more pixels than are decoded. */
        PIXELS_MANY,
        /** It begins like a picture and cannot be read as one. */
        BROKEN
    }

    private final Reason reason;

    PictureProblem(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
