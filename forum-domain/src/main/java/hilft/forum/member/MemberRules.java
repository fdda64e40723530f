package hilft.forum.member;

import hilft.forum.shared.FieldError;
import hilft.forum.text.Input;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toCollection;

/**
 * What a display name may be: up to 60 characters, never empty, without line breaks or invisible characters; how much a
 * member may say about themselves; which zones there are.
 */
public final class MemberRules {

    private static final int MAX_NAME = 60;
    static final int ABOUT_MAX = 600;

    private static final Pattern PLACE =
            Pattern.compile("(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.{1,33}|UTC");

    /** The names of zones, in their order. */
    public static final SortedSet<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(PLACE.asMatchPredicate())
            .collect(collectingAndThen(toCollection(TreeSet::new), Collections::unmodifiableSortedSet));

    private MemberRules() {}

    static List<FieldError> checkAbout(String about) {
        return Input.length(about) > ABOUT_MAX
                ? List.of(new FieldError("about", "member.about_length", 0, ABOUT_MAX))
                : List.of();
    }

    /** Empty is the forum's own. */
    static List<FieldError> checkZone(String zone) {
        return zone.isEmpty() || zone(zone).isPresent()
                ? List.of()
                : List.of(FieldError.of("zone", "member.zone_unknown"));
    }

    /** A zone that people live in by its name; offsets are refused, because they do not know of summer. */
    static Optional<ZoneId> zone(@Nullable String name) {
        return name != null && ZONES.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    static String displayName(SignIn signIn) {
        return displayName(signIn.displayName(), signIn.email());
    }

    static String displayName(@Nullable String name, @Nullable String email) {
        String clean = name == null ? "" : Input.line(name.replaceAll("[\\p{C}\\p{Z}]+", " "));
        if (clean.isEmpty() && email != null && email.indexOf('@') > 0) {
            clean = email.substring(0, email.indexOf('@'));
        }
        if (clean.isEmpty()) {
            clean = "Member";
        }
        return clean.codePointCount(0, clean.length()) <= MAX_NAME
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, MAX_NAME)).strip();
    }
}
