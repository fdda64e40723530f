package hilft.web.page.error;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** What an error page can say about the request that failed. */
@Named
@RequestScoped
public class ErrorPage {
    @Inject
    HttpServletRequest request;

    /** The id under which the log tells more. */
    public String getRequestId() {
        return request.getAttribute("hilft.requestId") instanceof String id ? id : "";
    }

    /** Why a login failed, as the end of a message key. */
    public String getLoginProblem() {
        Object problem = request.getAttribute("hilft.login.problem");
        return problem == null ? "expired" : problem.toString().toLowerCase(java.util.Locale.ROOT);
    }
}
