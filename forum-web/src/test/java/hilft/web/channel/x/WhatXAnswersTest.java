package hilft.web.channel.x;

import hilft.forum.channel.LinkOutFailure;
import hilft.forum.channel.Posting;
import hilft.forum.channel.Sighting;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever X answers is surely out, surely not out, or unknown; only the last is looked up. */
class WhatXAnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void anIdIsAPostThatIsOut() {
        assertThat(post(201, "{\"data\": {\"id\": \"1445880548472328192\", \"text\": \"Hallo\"}}", false))
                .isEqualTo(new Posting.Accepted("1445880548472328192"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"data\": {}}", "{\"data\": 1}", "[1]", "<html>", "{\"data\": {\"id\": 5}}"})
    void successWithoutAnIdIsUnknown(String body) {
        assertThat(post(201, body, false)).isInstanceOf(Posting.Unsure.class);
    }

    @ParameterizedTest
    @CsvSource({
        "403, false, You are not allowed to create a Tweet with duplicate content., DUPLICATE",
        "403, true, You are not allowed to create a Tweet with duplicate content., DUPLICATE",
        "403, true, Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to., REPLY_REFUSED",
        "400, true, You attempted to reply to a Tweet that is deleted or not visible to you., REPLY_REFUSED",
        "403, false, You are not permitted to perform this action., PERMISSION_LOST",
        "403, true, You are not permitted to perform this action., REPLY_REFUSED",
        "403, false, Your account is suspended and is not permitted to access this feature., PERMISSION_LOST",
        "403, false, Something about the content., REFUSED",
        "400, false, One or more parameters to your request was invalid., REFUSED",
        "402, false, Your enrolled account does not have any credits to fulfill this request., REFUSED",
        "307, false, , REFUSED"
    })
    void refusalsAreToldApart(int status, boolean isReply, String detail, String expected) {
        Posting posting =
                post(status, "{\"title\": \"Forbidden\", \"status\": 403, \"detail\": \"" + detail + "\"}", isReply);
        assertThat(name(posting)).isEqualTo(expected);
    }

    private static String name(Posting posting) {
        return posting instanceof Posting.Refused refused
                ? refused.failure().name()
                : posting.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }

    @Test
    void aRefusalByTypeIsALostPermission() {
        assertThat(name(post(403, "{\"type\": \"https://api.twitter.com/2/problems/client-forbidden\"}", false)))
                .isEqualTo("PERMISSION_LOST");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void troubleAtXIsUnknown(int status) {
        assertThat(post(status, "", false)).isEqualTo(new Posting.Unsure(Integer.toString(status)));
        assertThat(post(status, "{\"title\": \"Service Unavailable\", \"detail\": \"Over capacity\"}", false))
                .isEqualTo(new Posting.Unsure(status + " Over capacity"));
    }

    @ParameterizedTest
    @CsvSource({"90, 90", "0, 1", "-500, 1", "86399, 86399", "900000, 86400"})
    void theResetIsWaitedForWithinBounds(long ahead, long seconds) {
        XReply reply = new XReply(429, NOW.getEpochSecond() + ahead, "{\"title\": \"Too Many Requests\"}");
        assertThat(XRules.posted(reply, false, NOW))
                .isEqualTo(new Posting.Later(
                        LinkOutFailure.RATE_LIMITED, Duration.ofSeconds(seconds), "429 Too Many Requests"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void withoutAResetItIsAWindow(long reset) {
        assertThat(XRules.untilReset(reset, NOW)).isEqualTo(Duration.ofMinutes(15));
        assertThat(XRules.untilReset(Long.MAX_VALUE, NOW)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aLookThatGotNoListIsTriedAgainUnlessThePermissionIsGone() {
        assertThat(XRules.notListed(new XReply(500, 0, ""), NOW)).isInstanceOf(Sighting.Unavailable.class);
        assertThat(XRules.notListed(new XReply(404, 0, ""), NOW)).isInstanceOf(Sighting.Unavailable.class);
        assertThat(XRules.notListed(new XReply(403, 0, "{\"type\": \"about:blank/unsupported-authentication\"}"), NOW))
                .isInstanceOf(Sighting.Refused.class);
    }

    private static Posting post(int status, String body, boolean isReply) {
        return XRules.posted(new XReply(status, 0, body), isReply, NOW);
    }
}
