package hilft.forum.channel;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/** When a link-out is tried and looked up again, and to which month it counts. */
public final class LinkOutRules {

    /** How long an attempt belongs to who makes it; after that its outcome counts as uncertain. */
    public static final Duration LEASE = Duration.ofSeconds(40);

    /** Look-ups that must find nothing before a post that may be out is sent again. */
    static final int LOOKUPS = 2;

    /** Posts become visible late. */
    static final Duration BETWEEN_LOOKUPS = Duration.ofSeconds(13);

    /** Clocks differ: how much older than the attempt a post may seem. */
    static final Duration SKEW = Duration.ofMinutes(2);

    /** A network refuses a text it has had already for a while. */
    static final Duration DUPLICATE_WINDOW = Duration.ofDays(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofHours(24);
    private static final Duration PATIENCE_WITH_LIMITS = Duration.ofHours(72);

    private LinkOutRules() {}

    /** The pause after the given number of postponements, which is at least one: 2 s, 4 s, 8 s … at most five minutes. */
    static Duration pause(int postponements) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(postponements - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Whether it is still worth trying: a day of trouble, three days when the network itself said until when. */
    static boolean mayGoOn(LinkOutFailure failure, Instant tryingSince, Instant now) {
        Duration patience = failure == LinkOutFailure.RATE_LIMITED ? PATIENCE_WITH_LIMITS : PATIENCE;
        return now.isBefore(tryingSince.plus(patience));
    }

    /** The calendar month whose budget pays, as {@code 2026-11}. */
    static YearMonth month(Instant now, ZoneId zone) {
        return YearMonth.from(now.atZone(zone));
    }
}
