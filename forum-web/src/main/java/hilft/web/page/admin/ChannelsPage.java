package hilft.web.page.admin;

import hilft.forum.channel.ChannelName;
import hilft.forum.channel.LinkOutQueries;
import hilft.web.channel.x.XConnection;
import hilft.web.channel.x.XConnectionState;
import hilft.web.faces.Words;
import hilft.web.page.desk.BudgetLine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The accounts of the forum on other platforms. */
@Named
@RequestScoped
public class ChannelsPage {
    @Inject
    XConnection connection;

    @Inject
    LinkOutQueries queries;

    @Inject
    Words words;

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    private @Nullable XConnectionState x;

    @PostConstruct
    void read() {
        x = connection.state();
    }

    public XConnectionState getX() {
        return Objects.requireNonNull(x);
    }

    /** Whether an admin can connect X now, as far as the server's settings go. */
    public boolean isReady() {
        return switch (getX().status()) {
            case OFF, KEY_MISSING -> false;
            case DISCONNECTED, CONNECTED, LOST -> true;
        };
    }

    public boolean isConnected() {
        return getX().status() == XConnectionState.Status.CONNECTED;
    }

    public String getStateKey() {
        return switch (getX().status()) {
            case OFF -> "admin.channels.off";
            case KEY_MISSING -> "admin.channels.key_missing";
            case DISCONNECTED -> "admin.channels.disconnected.state";
            case CONNECTED -> "admin.channels.connected.state";
            case LOST -> "admin.channels.lost";
        };
    }

    public String getTextKey() {
        return switch (getX().status()) {
            case OFF -> "admin.channels.off.text";
            case KEY_MISSING -> "admin.channels.key_missing.text";
            case DISCONNECTED -> "admin.channels.disconnected.text";
            case CONNECTED -> "admin.channels.connected.text";
            case LOST -> "admin.channels.lost.text";
        };
    }

    /** Why the connection was lost, or nothing. */
    public String getProblem() {
        String problem = getX().problem();
        if (problem == null) return "";
        return words.orElse("admin.channels.problem." + problem, words.of("admin.channels.problem.other", problem));
    }

    public BudgetLine getBudget() {
        return BudgetLine.of(queries.budget(ChannelName.X), words);
    }

    /** The address X leads back to; it has to be entered there. */
    public String getCallback() {
        return baseUrl + ChannelCallback.ADDRESS;
    }
}
