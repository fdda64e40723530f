package hilft.web.security;

import jakarta.servlet.http.HttpServletRequest;

/** The addresses that belong to the login. */
final class LoginPaths {

    static final String LOGIN = "/login";
    static final String REGISTER = "/register";
    static final String CALLBACK = "/callback";
    static final String LOGOUT = "/logout";
    static final String BACKCHANNEL_LOGOUT = "/backchannel-logout";

    /** The view behind a login that failed; it reads {@link LoginProblem#ATTRIBUTE}. */
    static final String PROBLEM_VIEW = "/error/login.xhtml";

    private LoginPaths() {}

    static String of(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    static boolean isApi(HttpServletRequest request) {
        return of(request).startsWith("/api/");
    }
}
