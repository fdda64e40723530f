package hilft.forum.notification;

/**
 * News of one kind about one question that the member has not read, or read all at once.
 *
 * @param latest the last of them
 * @param first where reading goes on
 * @param count how many there are, at least 1
 */
public record NotificationGroup(NotificationView latest, NotificationView first, int count) {

    public boolean isSeveral() {
        return count > 1;
    }
}
