package hilft.forum.delivery;

import jakarta.enterprise.context.ApplicationScoped;

/** Durable jobs, written in the caller's transaction and delivered after its commit. */
@ApplicationScoped
public class Outbox {

    /** Adds a job of a kind; {@code id} is all its delivery gets. */
    public void add(String kind, long id) {}
}
