package hilft.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets a write through only from our own pages; the one defence against forged requests that no form can forget. */
public class OriginFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** By this parameter Faces knows a form, whatever the method. */
    private static final String FACES_STATE = "jakarta.faces.ViewState";

    @Inject
    transient LoginSettings settings;

    private transient OriginRules rules = new OriginRules("");

    @Override
    public void init() {
        rules = new OriginRules(settings.getOrigin());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean allowed = rules.allow(new OriginRules.Write(
                request.getMethod(),
                LoginPaths.of(request),
                request.getHeader("Origin"),
                request.getHeader("Sec-Fetch-Site"),
                isBearer(request),
                holdsForm(request)));
        if (allowed) {
            chain.doFilter(request, response);
        } else if (LoginPaths.isApi(request)) {
            ProblemResponse.send(request, response, HttpServletResponse.SC_FORBIDDEN, "foreign_origin");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Of a read: whoever asks a write for a parameter has its whole body read. */
    static boolean holdsForm(HttpServletRequest request) {
        return OriginRules.isRead(request.getMethod())
                && request.getQueryString() != null
                && request.getParameter(FACES_STATE) != null;
    }

    /** Only a token that has been checked counts; a browser cannot be made to send one. */
    private static boolean isBearer(HttpServletRequest request) {
        return LoginPaths.isApi(request)
                && request.getHeader("Authorization") != null
                && request.getAttribute(VerifiedToken.ATTRIBUTE) != null;
    }
}
