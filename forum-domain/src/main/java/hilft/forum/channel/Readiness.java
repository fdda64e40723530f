package hilft.forum.channel;

/** Whether a channel can be used: switched off, never or no longer connected, its permission lost, or ready. */
public enum Readiness {
    OFF,
    DISCONNECTED,
    LOST,
    READY
}
