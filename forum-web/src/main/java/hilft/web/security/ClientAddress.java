package hilft.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The address of whoever made a request, as the nearest proxy that we trust has seen it. */
@ApplicationScoped
class ClientAddress {

    /** How many proxies of our own stand before the forum; what stands further left in the header anybody may write. */
    @Inject
    @ConfigProperty(name = "hilft.proxy.hops", defaultValue = "0")
    int hops;

    String of(HttpServletRequest request) {
        return of(request.getHeader("X-Forwarded-For"), request.getRemoteAddr(), hops);
    }

    static String of(@Nullable String forwarded, String remote, int hops) {
        if (forwarded == null || hops < 1) {
            return remote;
        }
        String[] seen = forwarded.split(",");
        return seen[Math.max(0, seen.length - hops)].strip();
    }
}
