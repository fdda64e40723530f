package hilft.web.live;

import hilft.forum.member.MemberView;
import hilft.web.security.CurrentMember;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens a member's stream; whoever is not signed in gets none, and is told not to come back. */
@WebServlet(urlPatterns = "/live", asyncSupported = true)
public class LiveServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final int MOST_THREADS = 10;
    private static final Pattern ID = Pattern.compile("\\d{1,18}");
    private static final String RETRY_SECONDS = "60";

    @Inject
    transient CurrentMember current;

    @Inject
    transient Streams streams;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<MemberView> member = current.find();
        HttpSession session = request.getSession(false);
        if (member.isEmpty() || session == null) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (streams.isFull()) {
            response.setHeader("Retry-After", RETRY_SECONDS);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            response.setContentType("text/event-stream");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("X-Accel-Buffering", "no");
            open(
                    new LiveStream.Reader(
                            member.get().id(),
                            session.getId(),
                            current.session().orElse(""),
                            threads(request.getParameter("threads"))),
                    request,
                    response);
        }
    }

    private void open(LiveStream.Reader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(0);
        streams.add(new LiveStream(reader, context, response.getOutputStream(), streams::remove));
    }

    /** What of the parameter are ids, with dots between; the first ten. */
    static Set<Long> threads(@Nullable String typed) {
        return typed == null
                ? Set.of()
                : Stream.of(typed.split("\\.", MOST_THREADS + 1))
                        .limit(MOST_THREADS)
                        .filter(one -> ID.matcher(one).matches())
                        .map(Long::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
