package hilft.web.page.question;

import hilft.forum.member.Viewer;
import hilft.forum.question.HelpfulAnswers;
import hilft.forum.question.PostId;
import hilft.forum.question.Questions;
import hilft.forum.question.SolutionChecks;
import hilft.forum.subscription.Subscriptions;
import hilft.forum.vote.Votes;
import hilft.web.faces.Language;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.LocalPath;
import hilft.web.page.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The buttons of a thread. {@code on} says whether the fact is to stand or to be withdrawn. */
@Path("/")
@RequestScoped
public class QuestionForms {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    Questions questions;

    @Inject
    HelpfulAnswers helpful;

    @Inject
    SolutionChecks checks;

    @Inject
    Votes votes;

    @Inject
    Subscriptions subscriptions;

    @POST
    @Path("questions/{id}/vote")
    public Response voteQuestion(@PathParam("id") long id, @FormParam("value") int value, @FormParam("on") boolean on) {
        vote(PostId.question(id), value, on);
        return to("/questions/" + id + "#question");
    }

    @POST
    @Path("answers/{id}/vote")
    public Response voteAnswer(@PathParam("id") long id, @FormParam("value") int value, @FormParam("on") boolean on) {
        vote(PostId.answer(id), value, on);
        return to("/answers/" + id);
    }

    private void vote(PostId post, int value, boolean on) {
        long memberId = visitor.viewer().id();
        if (on) votes.cast(post, value, memberId);
        else votes.withdraw(post, memberId);
    }

    @POST
    @Path("questions/{id}/me-too")
    public Response meToo(@PathParam("id") long id, @FormParam("on") boolean on) {
        Viewer member = visitor.viewer();
        if (!member.isMember()) member.id();
        if (on) questions.meToo(id, member);
        else questions.withdrawMeToo(id, member);
        return to("/questions/" + id + "#question");
    }

    @POST
    @Path("questions/{id}/subscription")
    public Response subscribe(@PathParam("id") long id, @FormParam("on") boolean on) {
        long memberId = visitor.viewer().id();
        if (on) subscriptions.subscribe(id, memberId);
        else subscriptions.unsubscribe(id, memberId);
        return to("/questions/" + id);
    }

    @POST
    @Path("questions/{id}/accepted-answer")
    public Response accept(
            @PathParam("id") long id, @FormParam("answerId") long answerId, @FormParam("on") boolean on) {
        Viewer member = visitor.viewer();
        if (!member.isMember()) member.id();
        if (on) questions.accept(id, answerId, member);
        else questions.unaccept(id, member);
        say(on ? "question.accept.done" : "question.unaccept.done");
        return to("/questions/" + id + (on ? "#solution" : ""));
    }

    @POST
    @Path("answers/{id}/helpful")
    public Response callHelpful(@PathParam("id") long id, @FormParam("on") boolean on) {
        Viewer member = visitor.viewer();
        if (!member.isMember()) member.id();
        if (on) helpful.mark(id, member);
        else helpful.withdraw(id, member);
        return to("/answers/" + id);
    }

    @POST
    @Path("answers/{id}/validity")
    public Response confirm(@PathParam("id") long id) {
        Viewer member = visitor.viewer();
        if (!member.isMember()) member.id();
        checks.confirm(id, member);
        say("question.valid.confirmed");
        return to("/answers/" + id);
    }

    @POST
    @Path("answers/{id}/check")
    public Response check(
            @PathParam("id") long id,
            @FormParam("works") boolean works,
            @FormParam("returnTo") @Nullable String returnTo) {
        Viewer member = visitor.viewer();
        if (!member.isMember()) member.id();
        checks.answer(id, works, member);
        say("question.valid.said");
        return to(returnTo == null ? "/answers/" + id : LocalPath.of(returnTo));
    }

    private void say(String key) {
        Flash.say(request, Words.in(Language.of(request), key));
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
