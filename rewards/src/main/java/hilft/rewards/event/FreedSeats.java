package hilft.rewards.event;

import hilft.forum.delivery.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Frees the seats of an account that was disabled or deleted, in a transaction of its own. */
@ApplicationScoped
class FreedSeats implements Delivery {

    @Inject
    Invitations invitations;

    @Override
    public String kind() {
        return Invitations.FREE_SEATS;
    }

    /** The id is the member's. */
    @Override
    public void deliver(long id) {
        invitations.freeSeats(id);
    }
}
