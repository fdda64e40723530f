package hilft.forum.channel;

/** Whether a channel's account is connected; lost means that it was, and the network took the permission back. */
public enum ConnectionState {
    DISCONNECTED,
    CONNECTED,
    LOST
}
