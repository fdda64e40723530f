package hilft.web.channel.x;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page of an account's posts, the latest first, in either of X's vocabularies (tweets, since 2026-08 posts). */
record XPosts(List<Post> posts, @Nullable String next) {

    /** One post; {@code links} are the full addresses behind the shortened ones, {@code repliesTo} holds at most one id. */
    record Post(String id, String text, @Nullable Instant createdAt, Set<String> links, Set<String> repliesTo) {}

    static XPosts of(JsonObject body) {
        return new XPosts(
                objects(body, "data").flatMap(post -> post(post).stream()).toList(),
                XReply.text(XReply.object(body, "meta"), "next_token").orElse(null));
    }

    private static Optional<Post> post(JsonObject post) {
        return XReply.text(post, "id")
                .flatMap(id -> XReply.text(post, "text")
                        .map(text -> new Post(id, text, createdAt(post), links(post), repliesTo(post))));
    }

    private static @Nullable Instant createdAt(JsonObject post) {
        try {
            return XReply.text(post, "created_at").map(Instant::parse).orElse(null);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static Set<String> links(JsonObject post) {
        Set<String> links = new HashSet<>();
        objects(XReply.object(post, "entities"), "urls")
                .forEach(url -> XReply.text(url, "expanded_url").ifPresent(links::add));
        return links;
    }

    private static Set<String> repliesTo(JsonObject post) {
        Set<String> ids = new HashSet<>();
        Stream.concat(objects(post, "referenced_tweets"), objects(post, "referenced_posts"))
                .filter(reference -> XReply.text(reference, "type")
                        .filter("replied_to"::equals)
                        .isPresent())
                .forEach(reference -> XReply.text(reference, "id").ifPresent(ids::add));
        return ids;
    }

    private static Stream<JsonObject> objects(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonArray array
                ? array.stream().filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject)
                : Stream.empty();
    }

    /** Whether everything that follows is older than that. */
    boolean reaches(Instant since) {
        return posts.stream()
                .anyMatch(post -> post.createdAt() != null && post.createdAt().isBefore(since));
    }
}
