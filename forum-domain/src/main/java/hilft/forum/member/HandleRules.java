package hilft.forum.member;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

import static java.util.Locale.ROOT;

/** How a handle looks: 3 to 30 characters, lower-case letters, digits, inner hyphens. */
public final class HandleRules {

    static final int MIN = 3;
    static final int MAX = 30;

    private static final Pattern HANDLE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{1,28})[a-z0-9]");
    /** How long a new handle is kept at least: others must be able to learn it. */
    static final Duration REST = Duration.ofDays(30);

    /** What speaks for the forum, stands for everybody or is read as a word of a program. */
    private static final Set<String> RESERVED = Set.of(
            ("abuse admin administrator all alle anonym anonymous customer deleted everyone gast guest help here hilfe"
                            + " hilft info kontakt contact marketing me mod moderation moderator noreply no-reply null"
                            + " official postmaster root security service settings staff support system team undefined"
                            + " webmaster")
                    .split(" "));

    private HandleRules() {}

    public static boolean isValid(String handle) {
        return HANDLE.matcher(handle).matches()
                && !handle.contains("--")
                && !RESERVED.contains(handle)
                && !handle.startsWith("deleted-");
    }

    /** When a handle that was changed then may be changed again. */
    static Instant changeableFrom(@Nullable Instant changedAt) {
        return changedAt == null ? Instant.MIN : changedAt.plus(REST);
    }

    /** The handle a display name suggests; {@code attempt} 1 is the plain one, later ones end in the number. */
    static String from(String displayName, int attempt) {
        String ascii = Normalizer.normalize(
                        displayName
                                .toLowerCase(ROOT)
                                .replace("ä", "ae")
                                .replace("ö", "oe")
                                .replace("ü", "ue")
                                .replace("ß", "ss")
                                .replace("ł", "l")
                                .replace("ı", "i"),
                        Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "");
        String base = ascii.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        base = base.substring(0, Math.min(base.length(), MAX - 6)).replaceAll("-$", "");
        if (attempt == 1 && isValid(base)) {
            return base;
        }
        return (base.length() < MIN || !isValid(base) ? "member" : base) + "-" + (attempt == 1 ? 1 : attempt);
    }
}
