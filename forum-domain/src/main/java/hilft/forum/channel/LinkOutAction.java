package hilft.forum.channel;

/** What happened to a link-out, as its history tells it. */
public enum LinkOutAction {
    COMPOSED,
    SENDING,
    LOOKED_UP,
    SENT,
    POSTPONED,
    FAILED,
    RETRIED,
    GIVEN_UP
}
