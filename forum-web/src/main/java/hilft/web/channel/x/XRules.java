package hilft.web.channel.x;

import hilft.forum.channel.Posting;
import hilft.forum.channel.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

import static hilft.forum.channel.LinkOutFailure.PERMISSION_LOST;
import static hilft.forum.channel.LinkOutFailure.RATE_LIMITED;
import static hilft.forum.channel.LinkOutFailure.REFUSED;
import static hilft.forum.channel.LinkOutFailure.REPLY_REFUSED;
import static hilft.forum.channel.LinkOutFailure.UNREACHABLE;

/**
 * What X's answers mean (API v2, errors as {@code {title, detail, type, status}}). 401 is dealt with before: a token may
 * have ended.
 */
final class XRules {

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    /** X counts by windows of fifteen minutes; so long it takes at most when it does not say until when. */
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private static final Pattern PERMISSION = Pattern.compile(
            "client-forbidden|unsupported-authentication|not-authorized|oauth|permission|permitted|suspended|locked");

    private XRules() {}

    static Posting posted(XReply reply, boolean isReply, Instant now) {
        if (reply.isSuccess()) {
            return XReply.text(XReply.object(reply.json(), "data"), "id")
                    .<Posting>map(Posting.Accepted::new)
                    .orElseGet(() -> new Posting.Unsure(reply.status() + " without an id"));
        }
        if (reply.status() == 429) {
            return new Posting.Later(RATE_LIMITED, untilReset(reply.reset(), now), reply.note());
        }
        // A gateway may answer so for a request that has come through; a look costs little.
        if (reply.status() >= 500) {
            return new Posting.Unsure(reply.note());
        }
        return refused(reply, isReply);
    }

    private static Posting refused(XReply reply, boolean isReply) {
        String words = reply.words().toLowerCase(Locale.ROOT);
        if (reply.status() == 403 && words.contains("duplicate")) {
            return new Posting.Duplicate(reply.note());
        }
        if (isReply && isAboutTheReply(words)) {
            return new Posting.Refused(REPLY_REFUSED, reply.note());
        }
        return new Posting.Refused(isPermission(reply) ? PERMISSION_LOST : REFUSED, reply.note());
    }

    /** X also says of a reply that is not allowed what it says of a lost permission; the next plain post tells. */
    private static boolean isAboutTheReply(String words) {
        return words.contains("reply") || words.contains("not permitted to perform this action");
    }

    private static boolean isPermission(XReply reply) {
        return reply.status() == 401
                || (reply.status() == 403
                        && PERMISSION
                                .matcher(reply.words().toLowerCase(Locale.ROOT))
                                .find());
    }

    /** Why a look at the account's posts got no list. */
    static Sighting notListed(XReply reply, Instant now) {
        if (reply.status() == 429) {
            return new Sighting.Unavailable(RATE_LIMITED, untilReset(reply.reset(), now), reply.note());
        }
        return isPermission(reply)
                ? new Sighting.Refused(PERMISSION_LOST, reply.note())
                : new Sighting.Unavailable(UNREACHABLE, null, reply.note());
    }

    /** From now until X counts anew; between a second and a day, whatever it says. */
    static Duration untilReset(long epochSeconds, Instant now) {
        if (epochSeconds <= 0) {
            return WINDOW;
        }
        Instant reset = Instant.ofEpochSecond(
                Math.min(epochSeconds, now.plus(LONGEST_WAIT).getEpochSecond()));
        Duration wait = Duration.between(now, reset);
        return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
    }
}
