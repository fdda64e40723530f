package hilft.web.page.marketing;

import hilft.rewards.event.CommunityEvents;
import hilft.rewards.event.EventProblem;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.EventView;
import hilft.rewards.event.InvitationView;
import hilft.rewards.event.Invitations;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Ids;
import hilft.web.page.Typed;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What marketing cannot take back: publishing, calling off, withdrawing an invitation. Each is asked once more. */
@Named
@RequestScoped
public class DecideEventPage {

    private enum Step {
        PUBLISH,
        CANCEL,
        WITHDRAW;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    EventQueries events;

    @Inject
    CommunityEvents communityEvents;

    @Inject
    Invitations invitations;

    @Inject
    Typed form;

    @Inject
    Words words;

    private Step step = Step.PUBLISH;
    private @Nullable EventView event;
    private @Nullable InvitationView guest;
    private String reason = "";

    @PostConstruct
    void read() {
        step = Arrays.stream(Step.values())
                .filter(one -> one.label().equals(Routes.parameter(request, "action")))
                .findFirst()
                .orElseThrow(DecideEventPage::unknown);
        long id = Ids.of(Routes.parameter(request, "id"));
        event = events.find(id, visitor.viewer().memberId(), true).orElseThrow(DecideEventPage::unknown);
        String invitation = Routes.parameter(request, "invitation");
        if ((step == Step.WITHDRAW) != (invitation != null)) throw unknown();
        if (invitation != null) guest = find(id, Ids.of(invitation));
    }

    private InvitationView find(long id, long invitationId) {
        return events.invitations(id).stream()
                .filter(one -> one.id() == invitationId)
                .findFirst()
                .orElseThrow(DecideEventPage::unknown);
    }

    private static EventProblem unknown() {
        return new EventProblem(EventProblem.Reason.UNKNOWN);
    }

    public @Nullable EventView getEvent() {
        return event;
    }

    public @Nullable InvitationView getGuest() {
        return guest;
    }

    public String getAction() {
        return step.label();
    }

    /** Whether a reason is asked for: the guests read it. */
    public boolean isReasoned() {
        return step == Step.CANCEL;
    }

    public String getBack() {
        String path = "/marketing/events/" + (event == null ? "" : event.id());
        return step == Step.WITHDRAW ? path + "/guests" : path;
    }

    public String getDraft() {
        return event == null ? "" : "event-" + step.label() + "-" + event.id();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public void decide() {
        long id = Ids.of(Routes.parameter(request, "id"));
        form.send(() -> {
            long memberId = visitor.viewer().id();
            switch (step) {
                case PUBLISH -> communityEvents.publish(memberId, id);
                case CANCEL -> communityEvents.cancel(memberId, id, reason);
                case WITHDRAW -> invitations.withdraw(memberId, Ids.of(Routes.parameter(request, "invitation")));
            }
            Flash.say(request, words.of("marketing." + step.label() + ".done"), getDraft());
            return getBack();
        });
    }
}
