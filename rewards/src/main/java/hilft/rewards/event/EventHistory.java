package hilft.rewards.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Writes down each deed about an event, in the transaction in which it is done. */
@ApplicationScoped
class EventHistory {

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Clock clock;

    void note(CommunityEvent event, EventAction action, long actorId, String note) {
        entityManager.persist(EventDeed.ofEvent(event.id(), action, actorId, note, clock.instant()));
    }

    /** About one guest; the actor is null where the forum itself did it. */
    void note(Invitation invitation, EventAction action, @Nullable Long actorId) {
        entityManager.persist(EventDeed.ofGuest(invitation, action, actorId, clock.instant()));
    }
}
