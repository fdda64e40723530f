package hilft.web.health;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.IntStream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts requests by the class of their status, and the time spent on them. */
public class RequestFigures extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Metadata REQUESTS = Metadata.builder()
            .withName("hilft_requests")
            .withDescription("requests answered")
            .build();
    private static final Metadata TIME = Metadata.builder()
            .withName("hilft_request_time_microseconds")
            .withDescription("time spent on requests")
            .build();

    @Inject
    transient MetricRegistry metrics;

    /** The time first, then the classes of status at their number. */
    private transient Counter[] counters = {};

    @Override
    public void init() {
        counters = IntStream.rangeClosed(0, 5)
                .mapToObj(status -> status == 0
                        ? metrics.counter(TIME)
                        : metrics.counter(REQUESTS, new Tag("status", status + "xx")))
                .toArray(Counter[]::new);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        int status = 500;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            counters[Math.min(Math.max(status / 100, 1), 5)].inc();
            counters[0].inc((System.nanoTime() - start) / 1_000);
        }
    }
}
