package hilft.web.page.event;

import hilft.forum.member.MemberView;
import hilft.rewards.event.EventQueries;
import hilft.rewards.event.EventView;
import hilft.rewards.event.InvitationState;
import hilft.web.calendar.Calendars;
import hilft.web.faces.Routes;
import hilft.web.page.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event for the calendar of a guest (RFC 5546): REQUEST for whoever has accepted, CANCEL once the event is called off
 * or the invitation withdrawn. Nobody else finds anything here.
 */
@WebServlet("/permalink/calendar")
public class CalendarPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial")
    transient EventQueries events;

    @Inject
    @SuppressWarnings("serial")
    transient Calendars calendars;

    @Inject
    @SuppressWarnings("serial")
    transient Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<MemberView> guest = visitor.member();
        if (guest.isEmpty()) {
            response.sendRedirect(
                    "/login?returnTo=" + URLEncoder.encode(Routes.addressOf(request), StandardCharsets.UTF_8));
            return;
        }
        Optional<EventView> event = find(Routes.parameter(request, "id"), guest.get());
        if (event.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(event.get(), guest.get(), response);
    }

    private Optional<EventView> find(@Nullable String id, MemberView guest) {
        return id == null || !id.matches("\\d{1,18}")
                ? Optional.empty()
                : events.find(Long.parseLong(id), guest.id(), false)
                        .filter(event -> event.isGuest() || isWithdrawn(event));
    }

    private static boolean isWithdrawn(EventView event) {
        return event.viewerState() == InvitationState.WITHDRAWN;
    }

    private void send(EventView event, MemberView guest, HttpServletResponse response) throws IOException {
        boolean cancelled = event.isCancelled() || isWithdrawn(event);
        byte[] body = cancelled
                ? calendars.cancel(event, guest, event.sequence())
                : calendars.request(event, guest, event.sequence());
        response.setContentType("text/calendar; charset=UTF-8; method=" + (cancelled ? "CANCEL" : "REQUEST"));
        response.setHeader("Content-Disposition", "attachment; filename=\"hilft-event-" + event.id() + ".ics\"");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
