package hilft.forum.category;

import hilft.forum.member.MemberView;
import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a category may be called, look like and say. Lengths count Unicode code points. */
public final class CategoryRules {

    /** Symbols of the sprite that stand for a field of questions. */
    public static final List<String> ICONS = List.of(
            "wifi",
            "router",
            "cable",
            "smartphone",
            "phone",
            "card-sim",
            "tv",
            "receipt",
            "credit-card",
            "file-text",
            "truck",
            "package",
            "shopping-bag",
            "plane",
            "globe",
            "house",
            "laptop",
            "monitor",
            "printer",
            "camera",
            "gamepad-2",
            "headphones",
            "satellite-dish",
            "radio-tower",
            "mail",
            "mail-open",
            "message-circle",
            "shield",
            "shield-check",
            "lock",
            "settings",
            "wrench",
            "zap",
            "car",
            "landmark",
            "gift",
            "calendar",
            "map-pin",
            "users",
            "user",
            "lightbulb",
            "life-buoy",
            "circle-help",
            "star",
            "heart",
            "megaphone",
            "layout-list",
            "messages-square",
            "scale");

    public static final String USUAL_COLOUR = "petrol";

    /** Names of the palette; each is a pair of ink and ground that can be read in light and dark. */
    public static final List<String> COLOURS =
            List.of(USUAL_COLOUR, "blue", "indigo", "violet", "pink", "red", "orange", "olive", "green", "grey");

    static final int SLUG_MIN = 2;
    static final int SLUG_MAX = 40;
    static final int NAME_MAX = 60;
    static final int DESCRIPTION_MAX = 200;
    static final int TEXT_MAX = 2_000;
    static final int MODERATORS_MAX = 5;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,38}[a-z0-9]");

    /** What stands in its place in addresses of the console. */
    private static final Set<String> NO_SLUG = Set.of("new");

    private CategoryRules() {}

    /** As it would be stored. */
    static CategoryText clean(CategoryText typed) {
        return new CategoryText(
                typed.slug().strip(),
                typed.icon().strip(),
                typed.colour().strip(),
                Input.line(typed.nameDe()),
                Input.line(typed.nameEn()),
                Input.line(typed.descriptionDe()),
                Input.line(typed.descriptionEn()),
                Input.text(typed.templateDe()),
                Input.text(typed.templateEn()),
                Input.text(typed.rulesDe()),
                Input.text(typed.rulesEn()),
                handles(typed.moderators()));
    }

    /** Each once, without what stands before a name when it is mentioned. */
    private static List<String> handles(List<String> typed) {
        Set<String> handles = new LinkedHashSet<>();
        for (String handle : typed) {
            String bare = handle.strip().replaceFirst("^@+", "");
            if (!bare.isEmpty()) {
                handles.add(bare);
            }
        }
        return List.copyOf(handles);
    }

    static List<FieldError> check(CategoryText text) {
        List<FieldError> errors = new ArrayList<>();
        if (!SLUG.matcher(text.slug()).matches() || NO_SLUG.contains(text.slug())) {
            errors.add(new FieldError("slug", "category.slug_invalid", SLUG_MIN, SLUG_MAX));
        }
        if (!ICONS.contains(text.icon())) {
            errors.add(FieldError.of("icon", "category.icon_unknown"));
        }
        if (!COLOURS.contains(text.colour())) {
            errors.add(FieldError.of("colour", "category.colour_unknown"));
        }
        Stream.of(
                        length("nameDe", text.nameDe(), 1, NAME_MAX),
                        length("nameEn", text.nameEn(), 1, NAME_MAX),
                        length("descriptionDe", text.descriptionDe(), 1, DESCRIPTION_MAX),
                        length("descriptionEn", text.descriptionEn(), 1, DESCRIPTION_MAX),
                        length("rulesDe", text.rulesDe(), 0, TEXT_MAX),
                        length("rulesEn", text.rulesEn(), 0, TEXT_MAX),
                        length("templateDe", text.templateDe(), 0, TEXT_MAX),
                        length("templateEn", text.templateEn(), 0, TEXT_MAX))
                .flatMap(Optional::stream)
                .forEach(errors::add);
        if (text.moderators().size() > MODERATORS_MAX) {
            errors.add(new FieldError("moderators", "category.moderators_many", 0, MODERATORS_MAX));
        }
        return errors;
    }

    /** Whether somebody can be named moderator of a category: any member who can sign in. */
    static boolean mayModerate(MemberView member) {
        return !member.deleted() && !member.disabled();
    }

    private static Optional<FieldError> length(String field, String text, int min, int max) {
        int length = Input.length(text);
        return length >= min && length <= max
                ? Optional.empty()
                : Optional.of(new FieldError(field, "category.text_length", min, max));
    }

    /** The order after one of them was moved; a place beyond the ends is the end. {@code place} begins with 1. */
    static List<Long> moved(List<Long> order, long id, int place) {
        List<Long> moved = new ArrayList<>(order);
        if (moved.remove(id)) {
            moved.add(Math.max(0, Math.min(place - 1, moved.size())), id);
        }
        return moved;
    }
}
