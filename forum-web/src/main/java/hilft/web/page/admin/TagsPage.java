package hilft.web.page.admin;

import hilft.forum.shared.Page;
import hilft.forum.tag.TagItem;
import hilft.forum.tag.TagQueries;
import hilft.forum.text.Input;
import hilft.web.faces.Routes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All tags in the order of the alphabet, found by a part of them. */
@Named
@RequestScoped
public class TagsPage {
    private static final int ROWS = 50;
    private static final int LONGEST = 60;

    @Inject
    HttpServletRequest request;

    @Inject
    TagQueries tags;

    private String search = "";
    private @Nullable String after;
    private Page<TagItem> page = new Page<>(List.of(), null);

    @PostConstruct
    void read() {
        search = Input.start(Input.line(asked("q")), LONGEST);
        String last = Input.start(asked("after"), LONGEST);
        after = last.isEmpty() ? null : last;
        page = tags.page(search, after, ROWS);
    }

    private String asked(String name) {
        String value = Routes.parameter(request, name);
        return value == null ? "" : value;
    }

    public String getSearch() {
        return search;
    }

    public List<TagItem> getRows() {
        return page.items();
    }

    /** The address of a tag in the console. */
    public String url(String tag) {
        return EditTagPage.url(tag);
    }

    public String getFirstUrl() {
        return after == null ? "" : list(null);
    }

    public String getNextUrl() {
        return page.next() == null ? "" : list(page.next());
    }

    private String list(@Nullable String last) {
        UriBuilder url = UriBuilder.fromPath("/admin/tags");
        Map<String, Object> values = new HashMap<>();
        if (!search.isEmpty()) {
            url.queryParam("q", "{q}");
            values.put("q", search);
        }
        if (last != null) {
            url.queryParam("after", "{after}");
            values.put("after", last);
        }
        return url.buildFromMap(values).toString();
    }
}
