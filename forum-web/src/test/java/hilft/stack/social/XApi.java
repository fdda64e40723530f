package hilft.stack.social;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * X API v2 as far as the forum uses it, in both vocabularies: {@code tweet.fields} and, since August 2026,
 * {@code post.fields}. Wordings follow answers seen in the wild; where X's own is not known, a sentence of ours stands.
 */
final class XApi {
    private static final int USUAL_RESULTS = 10;
    private static final Set<String> FIELDS = Set.of("text");
    private static final Set<String> REPLY_FIELDS =
            Set.of("in_reply_to_tweet_id", "exclude_reply_user_ids", "auto_populate_reply_metadata");
    private static final Set<String> PARAMETERS = Set.of(
            "max_results",
            "since_id",
            "until_id",
            "start_time",
            "end_time",
            "pagination_token",
            "exclude",
            "expansions",
            "tweet.fields",
            "post.fields",
            "user.fields",
            "media.fields",
            "place.fields",
            "poll.fields");

    private final Posts posts;
    private final Grants grants;
    private final Faults faults;
    private final Clock clock;
    private final OAuth oauth;
    private final Runnable remember;
    private final RateLimits limits = new RateLimits();

    XApi(Posts posts, Grants grants, Faults faults, Clock clock, OAuth oauth, Runnable remember) {
        this.posts = posts;
        this.grants = grants;
        this.faults = faults;
        this.clock = clock;
        this.oauth = oauth;
        this.remember = remember;
    }

    private record Answered(int status, JsonElement body) {}

    void answer(Exchange exchange) throws IOException {
        var endpoint = Endpoint.of(exchange.method(), exchange.path()).orElse(null);
        if (endpoint == null) {
            exchange.answer(404, XProblem.missing().body());
            return;
        }
        var consent = consent(exchange);
        var fault = faults.next(endpoint);
        var window =
                limits.count(endpoint, consent.map(Grants.Consent::accountId).orElse("anybody"), clock.instant());
        if (fault.isPresent() && !fault.get().answer().isAccepted()) {
            spoil(exchange, fault.get(), window);
            return;
        }
        var unseen = fault.filter(ordered -> ordered.answer() == Fault.Answer.LATE)
                .map(late -> Duration.ofSeconds(late.seconds()))
                .orElse(Duration.ZERO);
        var answered = attempt(exchange, endpoint, consent, window, unseen);
        if (!exchange.method().equals("GET")) {
            remember.run();
        }
        if (fault.isPresent()) {
            disturb(exchange, fault.get(), window, answered);
        } else {
            send(exchange, window, answered);
        }
    }

    private Optional<Grants.Consent> consent(Exchange exchange) {
        return exchange.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .flatMap(value -> grants.consent(value.substring(7).strip()));
    }

    /** What goes wrong before anything was done. */
    private void spoil(Exchange exchange, Fault fault, RateLimits.Window window) throws IOException {
        switch (fault.answer()) {
            case STATUS_401 -> send(exchange, window, refused(XProblem.unauthorized()));
            case STATUS_403 ->
                send(exchange, window, refused(XProblem.forbidden("You are not permitted to perform this action.")));
            case STATUS_429 ->
                send(exchange, window.refusedFor(clock.instant(), fault.seconds()), refused(XProblem.tooMany()));
            case STATUS_500 -> send(exchange, window, refused(XProblem.broken(500)));
            case STATUS_503 -> send(exchange, window, refused(XProblem.broken(503)));
            default -> {
                pause(fault.seconds());
                exchange.lose();
            }
        }
    }

    /** What goes wrong after it was done. */
    private static void disturb(Exchange exchange, Fault fault, RateLimits.Window window, Answered answered)
            throws IOException {
        switch (fault.answer()) {
            case ACCEPT_THEN_503 -> send(exchange, window, refused(XProblem.broken(503)));
            case SLOW -> {
                pause(fault.seconds());
                send(exchange, window, answered);
            }
            case TIMEOUT_AFTER_ACCEPT -> {
                pause(fault.seconds());
                exchange.lose();
            }
            default -> exchange.lose();
        }
    }

    private static void pause(int seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(seconds).toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Answered attempt(
            Exchange exchange,
            Endpoint endpoint,
            Optional<Grants.Consent> consent,
            RateLimits.Window window,
            Duration unseen) {
        try {
            if (exchange.isTooLong()) {
                throw XProblem.invalid("The body is too long");
            }
            if (window.isExceeded()) {
                throw XProblem.tooMany();
            }
            return endpoint.isOAuth()
                    ? new Answered(200, oauth.answer(endpoint, exchange))
                    : answer(exchange, endpoint, consent, unseen);
        } catch (XProblem problem) {
            return refused(problem);
        }
    }

    private static Answered refused(XProblem problem) {
        return new Answered(problem.status(), problem.body());
    }

    private static void send(Exchange exchange, RateLimits.Window window, Answered answered) throws IOException {
        exchange.set("x-rate-limit-limit", Integer.toString(window.limit()));
        exchange.set("x-rate-limit-remaining", Integer.toString(window.remaining()));
        exchange.set("x-rate-limit-reset", Long.toString(window.reset().getEpochSecond()));
        exchange.answer(answered.status(), answered.body());
    }

    private Answered answer(Exchange exchange, Endpoint endpoint, Optional<Grants.Consent> given, Duration unseen) {
        var consent = given.orElseThrow(XProblem::unauthorized);
        if (!consent.scopes().containsAll(endpoint.scopes())) {
            throw XProblem.forbidden("Your client app is not configured with the appropriate oauth2 scopes for this"
                    + " endpoint: " + endpoint.scopes().stream().sorted().collect(Collectors.joining(", ")));
        }
        var caller = posts.account(consent.accountId()).orElseThrow(XProblem::unauthorized);
        return switch (endpoint) {
            case CREATE -> new Answered(201, create(caller, exchange.json(), unseen));
            case READ -> new Answered(200, read(endpoint.id(exchange.path()), asked(exchange)));
            case ME -> new Answered(200, me(caller));
            case POSTS -> new Answered(200, list(endpoint.id(exchange.path()), asked(exchange), posts::by));
            case MENTIONS -> new Answered(200, list(endpoint.id(exchange.path()), asked(exchange), posts::mentionsOf));
            case TOKEN, REVOKE -> throw new IllegalStateException(endpoint.label());
        };
    }

    private JsonObject create(Account author, JsonObject body, Duration unseen) {
        requireKnown(body, "$", FIELDS, "reply");
        var inReplyTo = (String) null;
        if (body.has("reply")) {
            if (!(body.get("reply") instanceof JsonObject reply)) {
                throw XProblem.invalid("$.reply: is not an object");
            }
            requireKnown(reply, "$.reply", REPLY_FIELDS, "");
            inReplyTo = string(reply, "$.reply", "in_reply_to_tweet_id");
            if (!inReplyTo.matches("[0-9]{1,19}")) {
                throw XProblem.invalid("$.reply.in_reply_to_tweet_id: does not match the regex pattern ^[0-9]{1,19}$");
            }
        }
        var post = posts.publish(author, string(body, "$", "text"), inReplyTo, unseen);
        var data = new JsonObject();
        data.addProperty("id", post.id());
        data.addProperty("text", PostText.wire(post.text()));
        data.add("edit_history_tweet_ids", array(List.of(post.id())));
        return wrap(data);
    }

    private static void requireKnown(JsonObject object, String path, Set<String> known, String also) {
        for (var name : object.keySet()) {
            if (!known.contains(name) && !name.equals(also)) {
                throw XProblem.invalid(path + "." + name
                        + ": is not defined in the schema and the schema does not allow additional properties");
            }
        }
    }

    private static String string(JsonObject object, String path, String field) {
        if (object.has(field)
                && object.get(field).isJsonPrimitive()
                && object.getAsJsonPrimitive(field).isString()) {
            return object.get(field).getAsString();
        }
        throw XProblem.invalid(path + "." + field + ": string expected");
    }

    /** What a reading call wants to see. */
    private record Asked(Map<String, String> parameters) {
        boolean inNewWords() {
            return parameters.containsKey("post.fields");
        }

        boolean wants(String field) {
            return of("tweet.fields").contains(field) || of("post.fields").contains(field);
        }

        boolean expands(String what) {
            return of("expansions").contains(what);
        }

        Set<String> of(String parameter) {
            return new HashSet<>(
                    Arrays.asList(parameters.getOrDefault(parameter, "").split(",")));
        }

        @Nullable
        String value(String parameter) {
            return parameters.get(parameter);
        }
    }

    private static Asked asked(Exchange exchange) {
        var parameters = exchange.query();
        for (var name : parameters.keySet()) {
            if (!PARAMETERS.contains(name)) {
                throw XProblem.invalid("The query parameter [" + name + "] is not one of ["
                        + PARAMETERS.stream().sorted().collect(Collectors.joining(",")) + "]");
            }
        }
        return new Asked(parameters);
    }

    private static JsonObject me(Account account) {
        return wrap(user(account));
    }

    private JsonObject read(String id, Asked asked) {
        return posts.visible(id)
                .map(post -> {
                    var answer = wrap(json(post, asked));
                    include(answer, List.of(post), asked);
                    return answer;
                })
                .orElseGet(() -> XProblem.notFound("tweet", "id", id));
    }

    private interface Listing {
        List<Post> of(Account account);
    }

    private JsonObject list(String id, Asked asked, Listing listing) {
        var account = posts.account(id).orElse(null);
        if (account == null) {
            return XProblem.notFound("user", "id", id);
        }
        var most = results(asked);
        var bounds = Bounds.of(asked);
        var wanted = listing.of(account).stream().filter(bounds::hold).toList();
        var page = wanted.subList(0, Math.min(most, wanted.size()));
        var answer = new JsonObject();
        if (!page.isEmpty()) {
            var data = new JsonArray();
            page.forEach(post -> data.add(json(post, asked)));
            answer.add("data", data);
            include(answer, page, asked);
        }
        answer.add("meta", meta(page, wanted.size() > page.size()));
        return answer;
    }

    private static int results(Asked asked) {
        var value = asked.value("max_results");
        if (value == null) {
            return USUAL_RESULTS;
        }
        if (value.matches("[0-9]{1,3}") && Integer.parseInt(value) >= 5 && Integer.parseInt(value) <= 100) {
            return Integer.parseInt(value);
        }
        throw XProblem.invalid("The `max_results` query parameter value [" + value + "] is not between 5 and 100");
    }

    /** Which posts of a list are asked for: ids and times. */
    private record Bounds(long after, long before, Instant from, Instant until, boolean replies) {
        static Bounds of(Asked asked) {
            var token = asked.value("pagination_token");
            return new Bounds(
                    number(asked, "since_id", 0),
                    Math.min(
                            number(asked, "until_id", Long.MAX_VALUE),
                            token == null ? Long.MAX_VALUE : XApi.before(token)),
                    time(asked, "start_time", Instant.MIN),
                    time(asked, "end_time", Instant.MAX),
                    !asked.of("exclude").contains("replies"));
        }

        boolean hold(Post post) {
            var id = Long.parseLong(post.id());
            return id > after
                    && id < before
                    && !post.createdAt().isBefore(from)
                    && post.createdAt().isBefore(until)
                    && (replies || post.inReplyTo() == null);
        }
    }

    private static long number(Asked asked, String parameter, long usual) {
        var value = asked.value(parameter);
        if (value == null) {
            return usual;
        }
        if (value.matches("[0-9]{1,18}|[0-8][0-9]{18}")) {
            return Long.parseLong(value);
        }
        throw XProblem.invalid("The `" + parameter + "` query parameter value [" + value + "] is not a valid id");
    }

    private static Instant time(Asked asked, String parameter, Instant usual) {
        var value = asked.value(parameter);
        try {
            return value == null ? usual : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw XProblem.invalid("The `" + parameter + "` query parameter value [" + value + "] is not RFC 3339");
        }
    }

    private static String tokenAfter(Post last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("before " + last.id()).getBytes(StandardCharsets.US_ASCII));
    }

    private static long before(String token) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
            return Long.parseLong(text.replaceFirst("^before ", ""));
        } catch (IllegalArgumentException e) {
            throw XProblem.invalid("The `pagination_token` query parameter value [" + token + "] is not valid");
        }
    }

    private static JsonObject meta(List<Post> page, boolean more) {
        var meta = new JsonObject();
        meta.addProperty("result_count", page.size());
        if (!page.isEmpty()) {
            var oldest = page.get(page.size() - 1);
            meta.addProperty("newest_id", page.get(0).id());
            meta.addProperty("oldest_id", oldest.id());
            if (more) {
                meta.addProperty("next_token", tokenAfter(oldest));
            }
        }
        return meta;
    }

    private JsonObject json(Post post, Asked asked) {
        var json = new JsonObject();
        json.addProperty("id", post.id());
        json.addProperty("text", PostText.wire(post.text()));
        json.add(asked.inNewWords() ? "edit_history_post_ids" : "edit_history_tweet_ids", array(List.of(post.id())));
        if (asked.wants("created_at")) {
            json.addProperty(
                    "created_at",
                    post.createdAt().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z"));
        }
        if (asked.wants("author_id") || asked.expands("author_id")) {
            json.addProperty("author_id", post.authorId());
        }
        if (asked.wants("conversation_id")) {
            json.addProperty("conversation_id", beginning(post).id());
        }
        if (asked.wants("entities")) {
            var entities = PostText.entitiesOf(post.text());
            if (!entities.isEmpty()) {
                json.add("entities", entities);
            }
        }
        posts.visible(post.inReplyTo()).ifPresent(original -> {
            if (asked.wants("in_reply_to_user_id")) {
                json.addProperty("in_reply_to_user_id", original.authorId());
            }
            var name = asked.inNewWords() ? "referenced_posts" : "referenced_tweets";
            if (asked.wants(name) || asked.expands(name + ".id")) {
                var reference = new JsonObject();
                reference.addProperty("type", "replied_to");
                reference.addProperty("id", original.id());
                var references = new JsonArray();
                references.add(reference);
                json.add(name, references);
            }
        });
        return json;
    }

    private Post beginning(Post post) {
        var first = post;
        for (var original = posts.visible(first.inReplyTo()); original.isPresent(); ) {
            first = original.get();
            original = posts.visible(first.inReplyTo());
        }
        return first;
    }

    private void include(JsonObject answer, List<Post> page, Asked asked) {
        var includes = new JsonObject();
        if (asked.expands("author_id")) {
            var users = new JsonArray();
            page.stream().map(posts::author).distinct().forEach(author -> users.add(user(author)));
            includes.add("users", users);
        }
        var name = asked.inNewWords() ? "posts" : "tweets";
        if (asked.expands("referenced_" + name + ".id")) {
            var originals = new JsonArray();
            page.stream()
                    .flatMap(post -> posts.visible(post.inReplyTo()).stream())
                    .distinct()
                    .forEach(original -> originals.add(json(original, asked)));
            if (!originals.isEmpty()) {
                includes.add(name, originals);
            }
        }
        if (!includes.isEmpty()) {
            answer.add("includes", includes);
        }
    }

    private static JsonObject user(Account account) {
        var user = new JsonObject();
        user.addProperty("id", account.id());
        user.addProperty("name", account.name());
        user.addProperty("username", account.handle());
        return user;
    }

    private static JsonObject wrap(JsonObject data) {
        var answer = new JsonObject();
        answer.add("data", data);
        return answer;
    }

    private static JsonArray array(List<String> texts) {
        var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
