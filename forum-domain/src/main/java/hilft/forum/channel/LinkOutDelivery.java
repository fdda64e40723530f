package hilft.forum.channel;

import hilft.forum.delivery.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

import static hilft.forum.channel.LinkOutFailure.DUPLICATE;

/** Sends what staff have composed, or first looks whether an earlier attempt came through. */
@ApplicationScoped
public class LinkOutDelivery implements Delivery {

    @Inject
    LinkOutProgress progress;

    @Override
    public String kind() {
        return LinkOuts.DELIVERY;
    }

    @Override
    public void deliver(long id) {
        progress.begin(id).ifPresent(dispatch -> {
            if (dispatch.unsureSince() == null) {
                post(dispatch);
            } else {
                lookUp(dispatch, dispatch.unsureSince().minus(LinkOutRules.SKEW));
            }
        });
    }

    private void post(Dispatch dispatch) {
        Posting posting = dispatch.channel().post(dispatch.text(), dispatch.replyTo());
        if (posting instanceof Posting.Accepted accepted) {
            progress.sent(dispatch, accepted.postId());
        } else if (posting instanceof Posting.Refused refused) {
            progress.failed(dispatch, refused.failure(), refused.note());
        } else if (posting instanceof Posting.Later later) {
            progress.later(dispatch, later.failure(), later.pause(), later.note());
        } else if (posting instanceof Posting.Unsure unsure) {
            progress.unsure(dispatch, unsure.note());
        } else if (posting instanceof Posting.Duplicate duplicate) {
            lookForDouble(dispatch, duplicate);
        }
    }

    private void lookUp(Dispatch dispatch, Instant since) {
        Sighting sighting = find(dispatch, since);
        if (sighting instanceof Sighting.Seen seen) {
            if (!progress.recognise(dispatch, seen.postIds())) {
                progress.missed(dispatch);
            }
        } else if (sighting instanceof Sighting.Unavailable unavailable) {
            progress.later(dispatch, unavailable.failure(), unavailable.pause(), unavailable.note());
        } else if (sighting instanceof Sighting.Refused refused) {
            progress.failed(dispatch, refused.failure(), refused.note());
        }
    }

    /** The channel has this text already: if that is a post nobody else claims, it is this one, come through unseen. */
    private void lookForDouble(Dispatch dispatch, Posting.Duplicate duplicate) {
        Sighting sighting = find(dispatch, dispatch.tryingSince().minus(LinkOutRules.DUPLICATE_WINDOW));
        if (sighting instanceof Sighting.Seen seen) {
            if (!progress.recognise(dispatch, seen.postIds())) {
                progress.failed(dispatch, DUPLICATE, duplicate.note());
            }
        } else {
            progress.unsure(dispatch, duplicate.note());
        }
    }

    private static Sighting find(Dispatch dispatch, Instant since) {
        return dispatch.channel().find(dispatch.text(), dispatch.replyTo(), since);
    }
}
