package hilft.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Signs the link of an invitation mail, so that the page can tell for whom an invitation is that somebody else opens. The
 * signature opens nothing: whoever answers is signed in as the invited member.
 */
@ApplicationScoped
public class SignedLinks {

    /** For whom a link was made. */
    public record Signed(long invitationId, long memberId) {}

    private static final String PURPOSE = "invitation-link";
    private static final String HMAC = "HmacSHA256";
    private static final Pattern LINK = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,18})\\.([A-Za-z0-9_-]{43})");

    @Inject
    SecretKeys keys;

    /** At most 82 characters, safe in an address; empty without a {@code hilft.secret-key}: the link works unsigned too. */
    public Optional<String> sign(long invitationId, long memberId) {
        String text = invitationId + "." + memberId;
        return keys.derive(PURPOSE)
                .map(key -> text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature(key, text)));
    }

    /** What was signed; empty for anything that this forum has not signed with its present key. */
    public Optional<Signed> verify(@Nullable String link) {
        Matcher parts = LINK.matcher(link == null ? "" : link);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Signed signed = new Signed(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
        return sign(signed.invitationId(), signed.memberId())
                .filter(own -> MessageDigest.isEqual(
                        own.getBytes(US_ASCII), parts.group().getBytes(US_ASCII)))
                .map(own -> signed);
    }

    private static byte[] signature(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
