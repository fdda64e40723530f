package hilft.stack.demo;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One call of the public API by one member. The key is unique and stays the same for the same content; {@code {…}} in the
 * path stands for the id that the deed of that key received.
 */
record Deed(
        String key,
        Duration ago,
        String member,
        String method,
        String path,
        @Nullable JsonObject body) {

    boolean isVote() {
        return path.endsWith("/vote");
    }
}
