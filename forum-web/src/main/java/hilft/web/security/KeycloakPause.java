package hilft.web.security;

import jakarta.enterprise.context.ApplicationScoped;

/** After a refresh that Keycloak did not answer, the next requests do not wait for the same silence. */
@ApplicationScoped
class KeycloakPause {

    private static final long NANOS = 5_000_000_000L;

    private volatile long began;
    private volatile boolean begun;

    void begin() {
        began = System.nanoTime();
        begun = true;
    }

    boolean isOn() {
        return begun && System.nanoTime() - began < NANOS;
    }
}
