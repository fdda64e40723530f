package hilft.web.page.marketing;

import hilft.forum.member.Author;
import hilft.rewards.event.EventAction;
import hilft.rewards.event.EventProblem;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.EventState;
import hilft.rewards.event.EventStep;
import hilft.rewards.event.EventView;
import hilft.rewards.event.InvitationState;
import hilft.rewards.event.InvitationView;
import hilft.web.faces.Routes;
import hilft.web.faces.Words;
import hilft.web.page.Ids;
import hilft.web.page.Visitor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One event as marketing sees it: its texts, its guests and what has happened to it. */
@Named
@RequestScoped
public class MarketingEventPage {
    @Inject
    HttpServletRequest request;

    @Inject
    Visitor visitor;

    @Inject
    EventQueries events;

    @Inject
    Words words;

    private @Nullable EventView event;
    private @Nullable List<InvitationView> guests;
    private @Nullable List<EventStep> steps;

    @PostConstruct
    void read() {
        event = events.find(
                        Ids.of(Routes.parameter(request, "id")),
                        visitor.viewer().memberId(),
                        true)
                .orElseThrow(() -> new EventProblem(EventProblem.Reason.UNKNOWN));
    }

    public @Nullable EventView getEvent() {
        return event;
    }

    private long id() {
        return event == null ? 0 : event.id();
    }

    public List<InvitationView> getGuests() {
        if (guests == null) guests = events.invitations(id());
        return guests;
    }

    public List<EventStep> getSteps() {
        if (steps == null) steps = events.steps(id());
        return steps;
    }

    public long getAccepted() {
        return count(InvitationState.ACCEPTED);
    }

    public long getDeclined() {
        return count(InvitationState.DECLINED);
    }

    public long getWaiting() {
        return count(InvitationState.INVITED);
    }

    private long count(InvitationState state) {
        return getGuests().stream().filter(guest -> guest.state() == state).count();
    }

    public boolean isDraft() {
        return event != null && event.state() == EventState.DRAFT;
    }

    /** Whether the event may still be changed, published and called off. */
    public boolean isAhead() {
        return event != null && !event.isCancelled() && !event.over();
    }

    /** Whether guests may still be asked to it. */
    public boolean isInviting() {
        return event != null && event.open();
    }

    public String symbol(InvitationView guest) {
        return switch (guest.state()) {
            case INVITED -> "mail";
            case ACCEPTED -> "circle-check";
            case DECLINED -> "x";
            case WITHDRAWN -> "undo-2";
        };
    }

    public String icon(EventStep step) {
        return switch (step.action()) {
            case PLANNED -> "calendar-plus";
            case CHANGED -> "pencil";
            case PUBLISHED -> "megaphone";
            case CANCELLED -> "calendar-x";
            case INVITED -> "send";
            case ACCEPTED -> "circle-check";
            case DECLINED -> "x";
            case WITHDRAWN -> "undo-2";
            case SEAT_FREED -> "ticket";
        };
    }

    /** Who did what, to whom. */
    public String sentence(EventStep step) {
        String by = step.by() == null ? words.of("marketing.step.forum") : name(step.by());
        String guest = step.guest() == null ? "" : name(step.guest());
        return words.of("marketing.step." + step.action().label(), by, guest);
    }

    private String name(Author author) {
        return author.deleted() ? words.of("member.deleted") : author.displayName();
    }

    /** The reason, or the fields that were changed by their names. */
    public String note(EventStep step) {
        return step.action() != EventAction.CHANGED
                ? step.note()
                : Stream.of(step.note().split(","))
                        .map(field -> words.orElse("marketing.field." + field.strip(), field.strip()))
                        .collect(Collectors.joining(", "));
    }
}
