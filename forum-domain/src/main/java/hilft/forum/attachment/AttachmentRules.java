package hilft.forum.attachment;

import hilft.forum.attachment.picture.PictureProblem;
import hilft.forum.attachment.picture.SentPicture;
import hilft.forum.shared.FieldError;
import hilft.forum.text.Slug;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be uploaded, and which addresses are pictures of ours. */
final class AttachmentRules {

    static final int NAME_MAX = 60;

    private static final String FIELD = "picture";
    private static final String NAMELESS = "bild";
    private static final Pattern URL = Pattern.compile("/attachments/(\\d{1,18})/(?:full/|thumbnail/)?[\\w.-]{1,90}");

    private AttachmentRules() {}

    /** A readable name for addresses: what the file was called, without path and extension. */
    static String name(@Nullable String file) {
        String bare = file == null ? "" : file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = bare.lastIndexOf('.');
        String stem = dot > 0 ? bare.substring(0, dot) : bare;
        if (stem.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return NAMELESS;
        }
        String slug = Slug.of(stem);
        return slug.length() <= NAME_MAX ? slug : slug.substring(0, NAME_MAX).replaceAll("-+$", "");
    }

    /** The id in the address of a picture of ours. */
    static Optional<Long> id(String url) {
        Matcher match = URL.matcher(url);
        return match.matches() ? Optional.of(Long.valueOf(match.group(1))) : Optional.empty();
    }

    static AttachmentProblem tooLarge(int megabytes) {
        return new AttachmentProblem(
                AttachmentProblem.Reason.TOO_LARGE, new FieldError(FIELD, "attachment.size_max", 0, megabytes));
    }

    static FieldError perDay(int most) {
        return new FieldError(FIELD, "attachment.per_day", 0, most);
    }

    static AttachmentProblem refused(PictureProblem problem) {
        return switch (problem.reason()) {
            case TYPE_UNKNOWN ->
                new AttachmentProblem(
                        AttachmentProblem.Reason.UNSUPPORTED, FieldError.of(FIELD, "attachment.type_unknown"));
            case TYPE_HEIF ->
                new AttachmentProblem(
                        AttachmentProblem.Reason.UNSUPPORTED, FieldError.of(FIELD, "attachment.type_heif"));
            case PIXELS_MANY ->
                new AttachmentProblem(
                        AttachmentProblem.Reason.INVALID,
                        new FieldError(FIELD, "attachment.pixels_many", SentPicture.MAX_SIDE, (int)
                                (SentPicture.MAX_PIXELS / 1_000_000)));
            case BROKEN ->
                new AttachmentProblem(AttachmentProblem.Reason.INVALID, FieldError.of(FIELD, "attachment.broken"));
        };
    }
}
