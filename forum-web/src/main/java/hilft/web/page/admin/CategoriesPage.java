package hilft.web.page.admin;

import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.question.QuestionQueries;
import hilft.web.faces.Routes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All categories in their order, the archived ones apart. */
@Named
@RequestScoped
public class CategoriesPage {
    @Inject
    HttpServletRequest request;

    @Inject
    CategoryQueries categories;

    @Inject
    QuestionQueries questions;

    private List<Row> open = List.of();
    private List<Row> archived = List.of();

    @PostConstruct
    void read() {
        open = rows(categories.list());
        archived = rows(categories.archived());
    }

    private List<Row> rows(List<CategoryView> views) {
        Map<Long, Long> counts = questions.countsByCategory();
        String moved = String.valueOf(Routes.parameter(request, "moved"));
        boolean down = "down".equals(Routes.parameter(request, "to"));
        List<Row> rows = new ArrayList<>();
        for (CategoryView view : views) {
            int place = rows.size() + 1;
            boolean first = place == 1;
            boolean last = place == views.size();
            boolean here = view.slug().equals(moved);
            boolean goOnDown = here && !last && (down || first);
            rows.add(new Row(
                    view,
                    counts.getOrDefault(view.id(), 0L),
                    place,
                    first,
                    last,
                    here && !goOnDown && !first,
                    goOnDown));
        }
        return rows;
    }

    public List<Row> getOpen() {
        return open;
    }

    public List<Row> getArchived() {
        return archived;
    }

    /**
     * A category in the list.
     *
     * @param place 1 for the first
     * @param onUp whether the hand is on the button that moves it up: it was pressed just now
     */
    public record Row(
            CategoryView category,
            long questions,
            int place,
            boolean first,
            boolean last,
            boolean onUp,
            boolean onDown) {
        public int above() {
            return place - 1;
        }

        public int below() {
            return place + 1;
        }
    }
}
