package hilft.web.page.moderation;

import hilft.forum.category.CategoryQueries;
import hilft.forum.category.CategoryView;
import hilft.forum.member.Viewer;
import hilft.web.faces.Words;
import hilft.web.page.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;

/** Where whoever looks at the console decides. */
@Named
@RequestScoped
public class Jurisdiction {
    @Inject
    Visitor visitor;

    @Inject
    CategoryQueries categories;

    @Inject
    Words words;

    /** The names of their categories; nothing for those who decide everywhere. */
    public String getCategories() {
        Viewer viewer = visitor.viewer();
        return viewer.isModerator()
                ? ""
                : categories.moderatedBy(viewer).stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(CategoryView category) {
        return category.name(words.getLanguage());
    }
}
