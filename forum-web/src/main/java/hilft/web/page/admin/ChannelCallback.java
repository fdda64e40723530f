package hilft.web.page.admin;

import hilft.forum.shared.Problem;
import hilft.web.channel.x.XConnection;
import hilft.web.faces.Language;
import hilft.web.faces.Words;
import hilft.web.page.Flash;
import hilft.web.page.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Where X leads an admin back to. A GET that writes, as OAuth 2 (RFC 6749, section 4.1.2) wants it; the state, good once
 * and for the admin who began alone, stands against forged ones.
 */
@WebServlet(ChannelCallback.ADDRESS)
public class ChannelCallback extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static final String ADDRESS = "/admin/channels/x/callback";

    @Inject
    @SuppressWarnings("serial")
    transient XConnection connection;

    @Inject
    @SuppressWarnings("serial")
    transient Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Flash.say(request, Words.in(Language.of(request), outcome(request)));
        response.sendRedirect(request.getContextPath() + "/admin/channels");
    }

    private String outcome(HttpServletRequest request) {
        String state = request.getParameter("state");
        String code = request.getParameter("code");
        if ("access_denied".equals(request.getParameter("error"))) return "admin.channels.denied";
        if (state == null || code == null) return "admin.channels.bogus";
        try {
            connection.finish(visitor.viewer().id(), state, code);
            return "admin.channels.connected";
        } catch (Problem refused) {
            return "problem." + refused.code();
        }
    }
}
