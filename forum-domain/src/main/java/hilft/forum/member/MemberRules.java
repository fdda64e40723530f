package hilft.forum.member;

import org.jspecify.annotations.Nullable;

/** What a display name may be: up to 60 characters, never empty, without line breaks or invisible characters. */
final class MemberRules {

    private static final int MAX_NAME = 60;

    private MemberRules() {}

    static String displayName(SignIn signIn) {
        return displayName(signIn.displayName(), signIn.email());
    }

    static String displayName(@Nullable String name, @Nullable String email) {
        String clean =
                name == null ? "" : name.replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
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
