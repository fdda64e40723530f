package hilft.web.page.moderation;

import hilft.forum.moderation.ModerationEntryView;
import hilft.forum.moderation.ModerationQueries;
import hilft.forum.shared.Page;
import hilft.web.faces.Routes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every decision of the moderators, the latest first. */
@Named
@RequestScoped
public class LogPage {
    private static final int ROWS = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    ModerationQueries moderation;

    private @Nullable String after;
    private Page<ModerationEntryView> page = new Page<>(List.of(), null);

    @PostConstruct
    void read() {
        after = Routes.parameter(request, "after");
        page = moderation.log(null, after, ROWS);
    }

    public List<ModerationEntryView> getRows() {
        return page.items();
    }

    public String icon(ModerationEntryView entry) {
        return switch (entry.action()) {
            case HIDE -> "eye-off";
            case RESTORE -> "eye";
            case LOCK -> "lock";
            case UNLOCK -> "lock-open";
            case MOVE -> "folder-input";
            case DISMISS -> "circle-check";
        };
    }

    public String getFirstUrl() {
        return after == null ? "" : "/moderation/log";
    }

    public String getNextUrl() {
        return page.next() == null ? "" : "/moderation/log?after=" + page.next();
    }
}
