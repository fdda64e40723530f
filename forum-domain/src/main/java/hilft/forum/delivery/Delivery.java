package hilft.forum.delivery;

/**
 * Delivers the jobs of one kind. A job runs at least once: after a crash it runs again, so an implementation makes sure
 * that a repeat shows nothing twice to the outside. An exception means "later again".
 */
public interface Delivery {

    /** At most 100 characters of ASCII, never changed: jobs in the database carry it. */
    String kind();

    /** Runs outside any transaction; a job whose subject is gone is delivered by doing nothing. */
    void deliver(long id);
}
