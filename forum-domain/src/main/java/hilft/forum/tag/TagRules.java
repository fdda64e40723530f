package hilft.forum.tag;

import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How tags are written, and what may be said of them. Lengths count Unicode code points. */
public final class TagRules {

    public static final int LENGTH_MAX = 30;

    static final int NAME_MAX = 60;
    static final int DESCRIPTION_MAX = 200;

    private static final Pattern TAG = Pattern.compile("[\\p{Ll}\\p{N}](?:[\\p{Ll}\\p{N}.+#-]{0,29})");

    private TagRules() {}

    /** As stored: lower case, without a leading #, inner blanks as hyphens; empty where nothing was typed. */
    public static String spelled(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^#+", "").replaceAll("\\s+", "-");
    }

    /** Whether a question may wear it. */
    public static boolean isTag(String name) {
        return TAG.matcher(name).matches();
    }

    static TagText clean(TagText typed) {
        return new TagText(
                Input.line(typed.nameDe()),
                Input.line(typed.nameEn()),
                Input.line(typed.descriptionDe()),
                Input.line(typed.descriptionEn()));
    }

    static List<FieldError> check(TagText text) {
        return Stream.of(
                        length("nameDe", text.nameDe(), NAME_MAX),
                        length("nameEn", text.nameEn(), NAME_MAX),
                        length("descriptionDe", text.descriptionDe(), DESCRIPTION_MAX),
                        length("descriptionEn", text.descriptionEn(), DESCRIPTION_MAX))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<FieldError> length(String field, String text, int max) {
        return Input.length(text) <= max
                ? Optional.empty()
                : Optional.of(new FieldError(field, "tag.text_length", 0, max));
    }

    /** Two tags of which one becomes the synonym of the other, each with the tag it is a synonym of now, or null. */
    record Merge(
            String from,
            @Nullable String fromStandsFor,
            String into,
            @Nullable String intoStandsFor) {}

    /** Why it cannot be, told at the field in which one of them was typed: no tag stands for itself or for a synonym. */
    static Optional<FieldError> checkMerge(String field, Merge merge) {
        if (merge.from().equals(merge.into())) {
            return Optional.of(FieldError.of(field, "tag.same"));
        }
        if (merge.from().equals(merge.intoStandsFor())) {
            return Optional.of(FieldError.of(field, "tag.circle"));
        }
        if (merge.intoStandsFor() != null) {
            return Optional.of(FieldError.of(field, "tag.into_synonym"));
        }
        if (merge.fromStandsFor() != null && !merge.fromStandsFor().equals(merge.into())) {
            return Optional.of(FieldError.of(field, "tag.is_synonym"));
        }
        return Optional.empty();
    }

    /** The tags of a question after one of them was merged into another, which it may wear already. */
    public static List<String> merged(List<String> tags, String from, String into) {
        return tags.stream()
                .map(tag -> tag.equals(from) ? into : tag)
                .distinct()
                .toList();
    }
}
