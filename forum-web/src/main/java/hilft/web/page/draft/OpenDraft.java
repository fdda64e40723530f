package hilft.web.page.draft;

import hilft.forum.draft.DraftPlace;
import hilft.forum.draft.DraftQueries;
import hilft.forum.draft.DraftSaved;
import hilft.forum.draft.DraftSeen;
import hilft.forum.draft.DraftText;
import hilft.forum.draft.DraftView;
import hilft.forum.draft.Drafts;
import hilft.web.faces.Routes;
import hilft.web.page.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The draft the form of this page goes on with. */
@Named("draft")
@RequestScoped
public class OpenDraft {

    private static final String ASKED = "draft";

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    Drafts drafts;

    @Inject
    DraftQueries queries;

    private String id = "";
    private String version = "";
    private @Nullable DraftPlace place;

    /** The draft the address asks for, if it is one of this place. */
    public Optional<DraftView> asked(DraftPlace own) {
        DraftPlace asked = DraftPlace.find(Routes.parameter(request, ASKED))
                .filter(found -> found.isAt(own))
                .orElse(null);
        place = asked == null ? own : asked;
        return asked == null ? Optional.empty() : open(asked);
    }

    /** That one, else what is written at the place itself. */
    public Optional<DraftView> askedOr(DraftPlace own) {
        return asked(own).or(() -> open(own));
    }

    private Optional<DraftView> open(DraftPlace wanted) {
        if (!request.getMethod().equals("GET") || !visitor.viewer().isMember()) {
            return Optional.empty();
        }
        Optional<DraftView> found = queries.find(wanted, visitor.viewer().id());
        found.ifPresent(this::goOnWith);
        return found;
    }

    private void goOnWith(DraftView draft) {
        id = String.valueOf(draft.id());
        version = String.valueOf(draft.version());
        place = draft.place();
    }

    /** Saves what is typed, for a browser without script, and gives the address where it goes on. */
    public String save(DraftText text) {
        DraftPlace wanted = place();
        DraftSaved saved =
                drafts.save(visitor.viewer().id(), wanted.name(), text, new DraftSeen("", number(id), number(version)));
        String address = Routes.addressOf(request);
        int query = address.indexOf('?');
        return (query < 0 ? address : address.substring(0, query)) + "?draft="
                + saved.draft().place().name();
    }

    /** What was typed has been posted. */
    public void discard() {
        if (number(id) > 0) {
            drafts.discard(number(id), visitor.viewer().id());
        }
    }

    private DraftPlace place() {
        if (place == null) {
            throw new IllegalStateException("no page has said where its drafts belong");
        }
        return place;
    }

    /** The name of the place, by which script keeps what is typed. */
    public String getName() {
        return place().name();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    /** Anybody may have typed anything into a hidden field. */
    private static long number(String typed) {
        return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
    }
}
