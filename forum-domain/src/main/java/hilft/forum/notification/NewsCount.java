package hilft.forum.notification;

/**
 * What a member has not read.
 *
 * @param unread how much of it they have been told
 * @param untold how much they will be told when its authors can no longer take it back
 */
public record NewsCount(long unread, long untold) {
    public static final NewsCount NOTHING = new NewsCount(0, 0);

    public boolean isEmpty() {
        return unread == 0 && untold == 0;
    }
}
