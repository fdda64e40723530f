package hilft.web.page.moderation;

import hilft.forum.category.CategoryQueries;
import hilft.forum.moderation.ModerationAction;
import hilft.forum.moderation.ModerationEntryView;
import hilft.forum.moderation.ModerationQueries;
import hilft.forum.shared.Page;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every decision of the moderators, the latest first. */
@Named
@RequestScoped
public class LogPage {
    private static final int ROWS = 50;
    private static final String ARROW = " → ";

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    ModerationQueries moderation;

    @Inject
    CategoryQueries categories;

    @Inject
    Words words;

    private @Nullable String after;
    private Page<ModerationEntryView> page = new Page<>(List.of(), null);

    @PostConstruct
    void read() {
        after = Routes.parameter(request, "after");
        page = moderation.log(visitor.viewer(), null, after, ROWS);
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

    /** What was decided in particular: the categories of a move by their names, which the log keeps as slugs. */
    public String detail(ModerationEntryView entry) {
        if (entry.action() != ModerationAction.MOVE) return entry.detail();
        return Stream.of(entry.detail().split(ARROW)).map(this::categoryName).collect(Collectors.joining(ARROW));
    }

    private String categoryName(String slug) {
        return categories
                .find(slug)
                .map(category -> category.name(words.getLanguage()))
                .orElse(slug);
    }

    public String getFirstUrl() {
        return after == null ? "" : "/moderation/log";
    }

    public String getNextUrl() {
        return page.next() == null ? "" : "/moderation/log?after=" + page.next();
    }
}
