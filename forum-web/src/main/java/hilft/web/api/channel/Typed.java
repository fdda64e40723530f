package hilft.web.api.channel;

import hilft.forum.channel.ChannelName;
import hilft.web.api.http.Body;
import hilft.web.api.problem.ApiProblem;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request wants to be sent, and where. */
record Typed(ChannelName channel, String text, @Nullable String replyTo) {

    static Typed of(Body body) {
        String label = body.text("channel");
        ChannelName channel = Stream.of(ChannelName.values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> ApiProblem.invalid("channel"));
        return new Typed(channel, body.text("text"), body.has("replyTo") ? body.text("replyTo") : null);
    }
}
