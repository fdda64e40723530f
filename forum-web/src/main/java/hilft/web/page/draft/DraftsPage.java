package hilft.web.page.draft;

import hilft.forum.draft.DraftQueries;
import hilft.forum.draft.DraftRules;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the member has begun to write. */
@Named
@RequestScoped
public class DraftsPage {
    @Inject
    Visitor visitor;

    @Inject
    DraftQueries drafts;

    private List<ShownDraft> rows = List.of();

    @PostConstruct
    void read() {
        rows = drafts.list(visitor.viewer().id()).stream().map(ShownDraft::of).toList();
    }

    public List<ShownDraft> getRows() {
        return rows;
    }

    public long getDays() {
        return DraftRules.KEPT.toDays();
    }
}
