package hilft.web.channel.x;

import hilft.forum.channel.Channel;
import hilft.forum.channel.ChannelConnections;
import hilft.forum.channel.ChannelName;
import hilft.forum.channel.ConnectionView;
import hilft.forum.channel.LinkOutFailure;
import hilft.forum.channel.Posting;
import hilft.forum.channel.Readiness;
import hilft.forum.channel.Sighting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

import static hilft.forum.channel.LinkOutFailure.PERMISSION_LOST;
import static hilft.forum.channel.LinkOutFailure.UNREACHABLE;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Posts on X through its API v2, in the name of the one account an administrator has connected. */
@ApplicationScoped
public class XChannel implements Channel {

    private static final int PAGE = 20;
    private static final int MOST_PAGES = 40;

    /** No request begins later than this, so that all of an attempt fits into its lease. */
    private static final Duration LAST_START = Duration.ofSeconds(25);

    @Inject
    XSettings settings;

    @Inject
    XTokens tokens;

    @Inject
    XHttp http;

    @Inject
    ChannelConnections connections;

    @Override
    public ChannelName name() {
        return ChannelName.X;
    }

    @Override
    public Readiness readiness() {
        if (!settings.isOn() || tokens.seal().isEmpty()) {
            return Readiness.OFF;
        }
        ConnectionView connection = connections.get(ChannelName.X);
        return switch (connection.state()) {
            case DISCONNECTED -> Readiness.DISCONNECTED;
            case LOST -> Readiness.LOST;
            case CONNECTED ->
                connection.tokens() != null && tokens.areReadable(connection.tokens())
                        ? Readiness.READY
                        : Readiness.LOST;
        };
    }

    @Override
    public Optional<String> account() {
        return Optional.ofNullable(connections.get(ChannelName.X).account());
    }

    @Override
    public int max() {
        return XText.MAX;
    }

    @Override
    public int length(String text) {
        return XText.length(text);
    }

    /** A summoned reply has its own price, with or without a link. */
    @Override
    public BigDecimal cost(String text, boolean linked, boolean reply) {
        if (reply) {
            return settings.priceSummoned();
        }
        return linked || XText.hasLink(text) ? settings.priceLink() : settings.pricePlain();
    }

    @Override
    public BigDecimal budget() {
        return settings.budget();
    }

    @Override
    public Optional<String> postId(String pasted) {
        return XText.postId(pasted, settings.webUrl());
    }

    @Override
    public String url(String postId) {
        return settings.webUrl() + "/i/status/" + postId;
    }

    @Override
    public Posting post(String text, @Nullable String replyTo) {
        JsonObjectBuilder post = Json.createObjectBuilder().add("text", text);
        if (replyTo != null) {
            post.add("reply", Json.createObjectBuilder().add("in_reply_to_tweet_id", replyTo));
        }
        String body = post.build().toString();
        Attempt attempt = new Attempt();
        try {
            XReply reply = attempt.call(access -> authorized("/2/tweets", access)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build());
            Posting posting = XRules.posted(reply, replyTo != null, tokens.now());
            if (posting instanceof Posting.Refused refused) {
                attempt.loseIfForbidden(refused.failure());
            }
            return posting;
        } catch (NoAccess none) {
            return none.isPassing()
                    ? new Posting.Later(UNREACHABLE, null, none.getMessage())
                    : new Posting.Refused(PERMISSION_LOST, none.getMessage());
        } catch (NotSent unsent) {
            return new Posting.Later(UNREACHABLE, null, unsent.getMessage());
        } catch (NoReply lost) {
            return new Posting.Unsure(lost.getMessage());
        }
    }

    @Override
    public Sighting find(String text, @Nullable String replyTo, Instant since) {
        Attempt attempt = new Attempt();
        XSought sought = XSought.of(text, replyTo);
        List<String> found = new ArrayList<>();
        try {
            String account = account().orElseThrow(() -> NoAccess.lost(null));
            String next = null;
            for (int page = 0; page < MOST_PAGES && !attempt.isLate(); page++) {
                String address = "/2/users/" + encode(account) + "/tweets?max_results=" + PAGE
                        + "&tweet.fields=created_at,entities,referenced_tweets"
                        + (next == null ? "" : "&pagination_token=" + encode(next));
                XReply reply =
                        attempt.call(access -> authorized(address, access).GET().build());
                if (!reply.isSuccess() || !reply.json().containsKey("meta")) {
                    Sighting none = XRules.notListed(reply, tokens.now());
                    if (none instanceof Sighting.Refused refused) {
                        attempt.loseIfForbidden(refused.failure());
                    }
                    return none;
                }
                XPosts posts = XPosts.of(reply.json());
                posts.posts().stream()
                        .filter(post ->
                                post.createdAt() == null || !post.createdAt().isBefore(since))
                        .filter(sought::is)
                        .forEach(post -> found.add(post.id()));
                next = posts.next();
                if (next == null || posts.reaches(since)) {
                    Collections.reverse(found);
                    return new Sighting.Seen(List.copyOf(found));
                }
            }
            return new Sighting.Unavailable(UNREACHABLE, null, "there are too many posts to look through");
        } catch (NoAccess none) {
            return none.isPassing()
                    ? new Sighting.Unavailable(UNREACHABLE, null, none.getMessage())
                    : new Sighting.Refused(PERMISSION_LOST, none.getMessage());
        } catch (NotSent | NoReply down) {
            return new Sighting.Unavailable(UNREACHABLE, null, down.getMessage());
        }
    }

    private HttpRequest.Builder authorized(String path, XAccess access) {
        return XHttp.request(settings.api(path)).header("Authorization", "Bearer " + access.token());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private interface Call {
        HttpRequest with(XAccess access);
    }

    /** The requests of one claim: a token that has ended is renewed once. */
    private final class Attempt {

        private final long began = System.nanoTime();
        private @Nullable XAccess access;
        private boolean renewed;

        XReply call(Call call) throws NoAccess, NotSent, NoReply {
            XAccess current = access == null ? tokens.access() : access;
            access = current;
            XReply reply = http.send(call.with(begun(current)));
            if (reply.status() != 401) {
                return reply;
            }
            if (renewed) {
                throw tokens.lose(current.generation(), "unauthorized");
            }
            renewed = true;
            XAccess newer = tokens.accessAfter(current);
            access = newer;
            reply = http.send(call.with(begun(newer)));
            if (reply.status() == 401) {
                throw tokens.lose(newer.generation(), "unauthorized");
            }
            return reply;
        }

        private XAccess begun(XAccess current) throws NotSent {
            if (isLate()) {
                throw new NotSent("there was no time left for the request");
            }
            return current;
        }

        boolean isLate() {
            return System.nanoTime() - began > LAST_START.toNanos();
        }

        /** What X forbids the whole account, it forbids until an administrator connects again. */
        void loseIfForbidden(LinkOutFailure failure) {
            if (failure == PERMISSION_LOST && access != null) {
                tokens.lose(access.generation(), "forbidden");
            }
        }
    }
}
