package hilft.web.channel.x;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The account's posts, in either of X's vocabularies. */
class ReadingPostsTest {

    private static final String PAGE = """
            {"data": [{"id": "30", "text": "Drei https://t.co/c", "created_at": "2026-11-22T12:00:10.000Z",
                "entities": {"urls": [{"start": 5, "end": 19, "url": "https://t.co/c",
                  "expanded_url": "https://forum.example.com/answers/3"}]},
                "%s": [{"type": "replied_to", "id": "5"}]},
              {"id": "20", "text": "Zwei", "created_at": "2026-11-22T11:00:00.000Z"}],
             "meta": {"result_count": 2, "newest_id": "30", "oldest_id": "20", "next_token": "abc"}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"referenced_tweets", "referenced_posts"})
    void aReplyIsRecognisedByItsConversation(String vocabulary) {
        XPosts posts = XPosts.of(new XReply(200, 0, PAGE.formatted(vocabulary)).json());
        XPosts.Post first = posts.posts().get(0);
        String ours = "Drei https://forum.example.com/answers/3";
        assertThat(is(first, ours, "5")).isTrue();
        assertThat(is(first, ours, "6")).isFalse();
        assertThat(is(first, ours, null)).isFalse();
        assertThat(is(posts.posts().get(1), "Zwei", null)).isTrue();
        assertThat(posts.next()).isEqualTo("abc");
    }

    private static boolean is(XPosts.Post post, String text, @Nullable String replyTo) {
        return XSought.of(text, replyTo).is(post);
    }

    @Test
    void readingEndsWhereEverythingIsOlder() {
        XPosts posts = XPosts.of(new XReply(200, 0, PAGE).json());
        assertThat(posts.reaches(Instant.parse("2026-11-22T11:30:00Z"))).isTrue();
        assertThat(posts.reaches(Instant.parse("2026-11-22T10:00:00Z"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"data\": {}}",
                "{\"data\": [1, null, {\"id\": 1}]}",
                "{\"meta\": []}",
                "{\"data\": [{\"id\": \"1\", \"text\": \"a\", \"created_at\": \"gestern\", \"entities\": [], \"referenced_posts\": {}}]}"
            })
    void whatXNeverSendsBreaksNothing(String body) {
        XPosts posts = XPosts.of(new XReply(200, 0, body).json());
        assertThat(posts.next()).isNull();
        assertThat(posts.reaches(Instant.MAX)).isFalse();
    }
}
