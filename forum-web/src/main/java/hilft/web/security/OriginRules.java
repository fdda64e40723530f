package hilft.web.security;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which writes come from our own pages. */
record OriginRules(String origin) {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Machines that call us; each of these proves itself by a signature or a token of its own. */
    private static final List<String> MACHINES = List.of(LoginPaths.BACKCHANNEL_LOGOUT, "/webhooks/", "/unsubscribe/");

    /**
     * What a browser tells about a request it did not only read with.
     *
     * @param formInAddress whether the address holds a form of Faces, which would take it from a read as well
     */
    record Write(
            String method,
            String path,
            @Nullable String origin,
            @Nullable String fetchSite,
            boolean bearer,
            boolean formInAddress) {}

    boolean allow(Write write) {
        if (write.formInAddress() && isRead(write.method())) {
            return false;
        }
        if (isRead(write.method()) || write.bearer() || isForMachines(write.path())) {
            return true;
        }
        if (write.fetchSite() != null && !write.fetchSite().equals("same-origin")) {
            return false;
        }
        // a browser says "null" of a page that hides where it stands
        if (write.origin() != null) {
            return write.origin().equals(origin);
        }
        return write.fetchSite() != null;
    }

    static boolean isRead(String method) {
        return READS.contains(method);
    }

    private static boolean isForMachines(String path) {
        return MACHINES.stream()
                .anyMatch(machine -> machine.endsWith("/") ? path.startsWith(machine) : path.equals(machine));
    }
}
