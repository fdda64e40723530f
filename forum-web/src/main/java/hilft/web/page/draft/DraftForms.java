package hilft.web.page.draft;

import hilft.forum.draft.DraftQueries;
import hilft.forum.draft.DraftView;
import hilft.forum.draft.Drafts;
import hilft.web.faces.Language;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Throwing a draft away, and getting it back. */
@Path("drafts/{id}")
@RequestScoped
public class DraftForms {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    Drafts drafts;

    @Inject
    DraftQueries queries;

    @POST
    @Path("remove")
    public Response remove(@PathParam("id") long id) {
        long memberId = visitor.viewer().id();
        String place = queries.find(id, memberId)
                .map(DraftView::place)
                .map(one -> one.name())
                .orElse("");
        drafts.remove(id, memberId);
        Flash.offer(request, words("draft.removed"), place, "/forms/drafts/" + id + "/recall");
        return back();
    }

    @POST
    @Path("recall")
    public Response recall(@PathParam("id") long id) {
        drafts.recall(id, visitor.viewer().id());
        Flash.say(request, words("draft.recalled"));
        return back();
    }

    private String words(String key) {
        return Words.in(Language.of(request), key);
    }

    private static Response back() {
        return Response.seeOther(URI.create("/drafts")).build();
    }
}
