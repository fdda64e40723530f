package hilft.forum.question;

import hilft.forum.delivery.Delivery;
import hilft.forum.tag.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives the questions that wear a synonym its main tag, some at a time; stopped in between, it goes on with those left. */
@ApplicationScoped
public class TagMerge implements Delivery {

    @Inject
    Retagging retagging;

    @Override
    public String kind() {
        return Tags.MERGE;
    }

    @Override
    public void deliver(long tagId) {
        while (retagging.some(tagId)) {
            // each some in a transaction of its own
        }
    }
}
