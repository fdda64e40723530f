package hilft.forum.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/** The channels this forum has been built with. */
@ApplicationScoped
public class Channels {

    @Inject
    Instance<Channel> all;

    Optional<Channel> find(ChannelName name) {
        return all.stream().filter(channel -> channel.name() == name).findFirst();
    }

    /** A channel that is switched on, connected or not. */
    Channel get(ChannelName name) {
        return find(name)
                .filter(channel -> channel.readiness() != Readiness.OFF)
                .orElseThrow(() -> new LinkOutProblem(LinkOutProblem.Reason.CHANNEL_OFF));
    }
}
