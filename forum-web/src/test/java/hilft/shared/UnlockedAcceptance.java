package hilft.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Accepts as it must not be done: looks whether a seat is free, then takes it, with time between for others to look. */
@ApplicationScoped
@Transactional
public class UnlockedAcceptance {

    @PersistenceContext(unitName = "hilft")
    EntityManager entities;

    public boolean accept(long memberId, long eventId, int seats, Runnable meanwhile) {
        Number taken = (Number)
                entities.createNativeQuery("select count(*) from invitation where event_id = ? and state = 'ACCEPTED'")
                        .setParameter(1, eventId)
                        .getSingleResult();
        meanwhile.run();
        if (taken.intValue() >= seats) {
            return false;
        }
        entities.createNativeQuery("update invitation set state = 'ACCEPTED' where event_id = ? and member_id = ?")
                .setParameter(1, eventId)
                .setParameter(2, memberId)
                .executeUpdate();
        return true;
    }
}
