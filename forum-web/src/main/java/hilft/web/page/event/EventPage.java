package hilft.web.page.event;

import hilft.forum.member.MemberView;
import hilft.forum.notification.Notifications;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.EventView;
import hilft.rewards.event.InvitationState;
import hilft.rewards.event.Invitations;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Ids;
import hilft.web.page.Shell;
import hilft.web.page.Typed;
import hilft.web.page.Visitor;
import hilft.web.security.SignedLinks;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One event, and the invitation to it. Nothing tells a stranger whether an unpublished event exists, and a signed link
 * that belongs to somebody else tells nothing at all.
 */
@Named
@RequestScoped
public class EventPage {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    EventQueries events;

    @Inject
    Invitations invitations;

    @Inject
    SignedLinks links;

    @Inject
    Notifications notifications;

    @Inject
    Shell shell;

    @Inject
    Typed form;

    @Inject
    Words words;

    private @Nullable EventView event;
    private boolean foreign;
    private boolean answering;

    @PostConstruct
    void read() {
        answering = request.getMethod().equals("POST");
        Optional<SignedLinks.Signed> signed = links.verify(Routes.parameter(request, "invitation"));
        if (signed.isPresent()) visitor.viewer().id();
        foreign = signed.filter(link -> !visitor.viewer().is(link.memberId())).isPresent();
        if (foreign) status(403);
        else look();
    }

    private void look() {
        event = find().orElse(null);
        if (event == null) status(404);
        else if (shell.getUnread() > 0) {
            notifications.readPath(event.url(), visitor.viewer().id());
            shell.countAgain();
        }
    }

    private Optional<EventView> find() {
        String id = String.valueOf(Routes.parameter(request, "id"));
        return id.matches("\\d{1,18}")
                ? events.find(Long.parseLong(id), visitor.viewer().memberId(), isMarketing())
                : Optional.empty();
    }

    private static void status(int status) {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(status);
    }

    /** The event, or nothing for those to whom it does not exist. */
    public @Nullable EventView getEvent() {
        return event;
    }

    /** Whether the link was signed for somebody else. */
    public boolean isForeign() {
        return foreign;
    }

    public String getName() {
        return visitor.member().map(MemberView::displayName).orElse("");
    }

    public boolean isMarketing() {
        return visitor.viewer().isMarketing();
    }

    /** Whether only marketing and the invited know of the event. */
    public boolean isPrivate() {
        return event != null && !event.isPublic();
    }

    public boolean isInvited() {
        return is(InvitationState.INVITED);
    }

    public boolean isAccepted() {
        return is(InvitationState.ACCEPTED);
    }

    public boolean isDeclined() {
        return is(InvitationState.DECLINED);
    }

    public boolean isWithdrawn() {
        return is(InvitationState.WITHDRAWN);
    }

    private boolean is(InvitationState state) {
        return event != null && event.viewerState() == state;
    }

    /** Whether there is an invitation to show, or an answer that came too late to hear. */
    public boolean isAsked() {
        return answering || (event != null && event.viewerState() != null && !event.isCancelled());
    }

    /** Whether there is a seat and the time to take it; a button that was pressed too late is heard all the same. */
    public boolean isMayAccept() {
        return answering || (event != null && event.mayAnswer() && !event.isGuest() && !event.isFull());
    }

    public boolean isMayDecline() {
        return answering || (event != null && event.mayAnswer() && !isDeclined());
    }

    /** The way into the stream is for those who are coming. */
    public boolean isStream() {
        return event != null && event.streamUrl() != null && (event.isGuest() || isMarketing()) && !event.isCancelled();
    }

    public void accept() {
        answer(invitations::accept, "event.accepted.done");
    }

    public void decline() {
        answer(invitations::decline, "event.declined.done");
    }

    private void answer(ObjLongConsumer<Long> useCase, String done) {
        long id = Ids.of(Routes.parameter(request, "id"));
        form.send(() -> {
            long memberId = visitor.viewer().id();
            useCase.accept(memberId, id);
            Flash.say(request, words.of(done));
            return "/events/" + id;
        });
        answering = false;
        if (form.isRefused()) event = find().orElse(null);
    }
}
