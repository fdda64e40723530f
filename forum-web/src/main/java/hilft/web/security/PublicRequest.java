package hilft.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** The request as the browser made it: behind a proxy the container only knows its own address. */
final class PublicRequest extends HttpServletRequestWrapper {

    private final String baseUrl;
    private final boolean callback;

    PublicRequest(HttpServletRequest request, String baseUrl) {
        super(request);
        this.baseUrl = baseUrl;
        this.callback = LoginPaths.of(request).equals(LoginPaths.CALLBACK);
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(baseUrl)
                .append(getRequestURI().substring(getContextPath().length()));
    }

    /** The mechanism takes any {@code state} for an answer of Keycloak, on our own pages too. */
    @Override
    public @Nullable String getParameter(String name) {
        return name.equals("state") && !callback ? null : super.getParameter(name);
    }
}
