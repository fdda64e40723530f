package hilft.web.security;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The local path a login leads back to; whatever could leave the forum becomes the home page. */
public final class ReturnTo {

    static final String PARAMETER = "returnTo";
    private static final String HOME = "/";
    private static final int LONGEST = 2000;
    private static final Set<String> LOGIN = Set.of(
            LoginPaths.LOGIN,
            LoginPaths.REGISTER,
            LoginPaths.CALLBACK,
            LoginPaths.LOGOUT,
            LoginPaths.BACKCHANNEL_LOGOUT,
            "/login-error");

    private ReturnTo() {}

    /** The path itself if it is local and leads into the forum, else the home page. */
    public static String local(@Nullable String wanted) {
        if (wanted == null || wanted.length() > LONGEST || !wanted.startsWith("/") || !isPlain(wanted)) {
            return HOME;
        }
        // browsers read // and /\ as the beginning of another host
        if (wanted.startsWith("//") || wanted.indexOf('\\') >= 0) {
            return HOME;
        }
        return LOGIN.contains(wanted.split("[?#]", 2)[0]) ? HOME : wanted;
    }

    /** The address that logs in and then leads back to the path. */
    public static String loginThen(String path) {
        return LoginPaths.LOGIN + "?" + PARAMETER + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** The path within the address that once began the login. */
    static String fromAddress(@Nullable String address) {
        int query = address == null ? -1 : address.indexOf('?');
        if (address == null || query < 0) {
            return HOME;
        }
        for (String pair : address.substring(query + 1).split("&")) {
            if (pair.startsWith(PARAMETER + "=")) {
                return local(decoded(pair.substring(PARAMETER.length() + 1)));
            }
        }
        return HOME;
    }

    private static @Nullable String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return null;
        }
    }

    private static boolean isPlain(String path) {
        return path.chars().allMatch(character -> character > 0x20 && character != 0x7f);
    }
}
