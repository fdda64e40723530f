package hilft.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;

/**
 * What the next page says once.
 *
 * @param draft the draft that has arrived and can be forgotten, or nothing
 * @param undo where a form is sent that takes back what was done, or nothing
 */
public record Flash(String text, String draft, String undo) implements Serializable {
    private static final String NAME = "hilft.flash";
    private static final Flash NOTHING = new Flash("", "", "");

    public static void say(HttpServletRequest request, String text) {
        say(request, text, "");
    }

    public static void say(HttpServletRequest request, String text, String draft) {
        offer(request, text, draft, "");
    }

    /** Says what was done, with a button that takes it back. */
    public static void offer(HttpServletRequest request, String text, String draft, String undo) {
        request.getSession().setAttribute(NAME, new Flash(text, draft, undo));
    }

    /** Whether there is something for the page that is shown. */
    static boolean waits(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(NAME) instanceof Flash;
    }

    /** Reads and removes; a reader without a session gets none made. */
    static Flash take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(NAME) instanceof Flash flash)) return NOTHING;
        session.removeAttribute(NAME);
        return flash;
    }
}
