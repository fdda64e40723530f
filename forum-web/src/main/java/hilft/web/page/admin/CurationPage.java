package hilft.web.page.admin;

import hilft.forum.curation.CurationAction;
import hilft.forum.curation.CurationEntryView;
import hilft.forum.curation.CurationQueries;
import hilft.forum.shared.Page;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was done with categories and tags, the latest first. */
@Named
@RequestScoped
public class CurationPage {
    private static final int ROWS = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    CurationQueries curations;

    @Inject
    Words words;

    private @Nullable String after;
    private Page<CurationEntryView> page = new Page<>(List.of(), null);

    @PostConstruct
    void read() {
        after = Routes.parameter(request, "after");
        page = curations.log(after, ROWS);
    }

    public List<CurationEntryView> getRows() {
        return page.items();
    }

    public String icon(CurationEntryView entry) {
        return switch (entry.action()) {
            case CREATE_CATEGORY -> "plus";
            case CHANGE_CATEGORY, DESCRIBE_TAG -> "pencil";
            case ARCHIVE_CATEGORY -> "inbox";
            case BRING_BACK_CATEGORY, SEPARATE_TAG -> "undo-2";
            case MERGE_TAG -> "corner-down-right";
        };
    }

    /** Where the category or the tag is in the console. */
    public String url(CurationEntryView entry) {
        return entry.action().isOfTag() ? EditTagPage.url(entry.subject()) : "/admin/categories/" + entry.subject();
    }

    /** What was changed in particular, in the words of the form. */
    public String detail(CurationEntryView entry) {
        boolean fields =
                entry.action() == CurationAction.CHANGE_CATEGORY || entry.action() == CurationAction.DESCRIBE_TAG;
        return entry.details().stream().map(one -> fields ? field(one) : one).collect(Collectors.joining(" · "));
    }

    private String field(String detail) {
        int colon = detail.indexOf(':');
        String name = colon < 0 ? detail : detail.substring(0, colon);
        return words.of("admin.category." + name) + (colon < 0 ? "" : detail.substring(colon));
    }

    public String getFirstUrl() {
        return after == null ? "" : "/admin/curation";
    }

    public String getNextUrl() {
        return page.next() == null ? "" : "/admin/curation?after=" + page.next();
    }
}
