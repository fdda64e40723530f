package hilft.web.page.moderation;

import hilft.forum.moderation.FlagView;
import hilft.forum.moderation.ModerationQueries;
import hilft.forum.shared.Page;
import hilft.web.faces.Routes;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What members have reported and nobody has decided. */
@Named
@RequestScoped
public class FlagsPage {
    private static final int ROWS = 100;

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    ModerationQueries moderation;

    private @Nullable String after;
    private Page<FlagView> page = new Page<>(List.of(), null);
    private long open;

    @PostConstruct
    void read() {
        after = Routes.parameter(request, "after");
        page = moderation.flags(visitor.viewer(), after, ROWS);
        open = moderation.openFlags(visitor.viewer());
    }

    public List<FlagView> getRows() {
        return page.items();
    }

    public long getOpen() {
        return open;
    }

    public String getFirstUrl() {
        return after == null ? "" : "/moderation";
    }

    public String getNextUrl() {
        return page.next() == null ? "" : "/moderation?after=" + page.next();
    }
}
