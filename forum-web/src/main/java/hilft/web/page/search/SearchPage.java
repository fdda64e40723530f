package hilft.web.page.search;

import hilft.forum.question.QuestionItem;
import hilft.forum.search.Search;
import hilft.forum.search.SearchHit;
import hilft.forum.shared.Page;
import hilft.web.faces.Routes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions that match what was typed. */
@Named
@RequestScoped
public class SearchPage {
    private static final int ROWS = 20;
    private static final int LONGEST = 200;

    @Inject
    HttpServletRequest request;

    @Inject
    Search search;

    private String query = "";
    private @Nullable String after;
    private Page<SearchHit> page = new Page<>(List.of(), null);

    @PostConstruct
    void read() {
        String typed = Routes.parameter(request, "q");
        query = typed == null
                ? ""
                : typed.strip().substring(0, Math.min(LONGEST, typed.strip().length()));
        after = Routes.parameter(request, "after");
        if (!query.isEmpty()) page = search.find(query, after, ROWS);
    }

    public String getQuery() {
        return query;
    }

    public List<QuestionItem> getRows() {
        return page.items().stream().map(SearchHit::question).toList();
    }

    public String getAskUrl() {
        return url("/ask", "about");
    }

    public String getFirstUrl() {
        return after == null ? "" : url("/search", "q");
    }

    public String getNextUrl() {
        String next = page.next();
        return next == null
                ? ""
                : UriBuilder.fromUri(url("/search", "q"))
                        .queryParam("after", next)
                        .build()
                        .toString();
    }

    private String url(String path, String parameter) {
        return UriBuilder.fromPath(path)
                .queryParam(parameter, "{query}")
                .build(query)
                .toString();
    }
}
