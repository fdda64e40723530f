package hilft.forum.channel;

import java.util.Locale;

/** Where answers can be linked out. */
public enum ChannelName {
    X;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
