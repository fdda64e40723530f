package hilft.web.api.http;

/** A representation that can be changed by PATCH if it is still the one that was read. */
public interface Versioned {

    /** Changes with what PATCH may change, and with nothing else: a vote must not make an edit stale. */
    String editVersion();
}
