package hilft.stack.clock;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

import static java.nio.charset.StandardCharsets.UTF_8;

/** {@code PUT /dev/clock} with an ISO instant or duration moves the forum's time, {@code DELETE} returns to the present. */
@WebServlet("/dev/clock")
public class ClockServlet extends HttpServlet {
    @Inject
    MovableClock clock;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        switch (request.getMethod()) {
            case "GET" -> tell(response);
            case "PUT" -> move(request, response);
            case "DELETE" -> {
                clock.reset();
                tell(response);
            }
            default -> response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private void move(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var text = new String(request.getInputStream().readNBytes(100), UTF_8).strip();
        try {
            if (text.startsWith("P") || text.startsWith("-P")) {
                clock.moveBy(Duration.parse(text));
            } else {
                clock.setTo(Instant.parse(text));
            }
            tell(response);
        } catch (DateTimeException neither) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void tell(HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(clock.now());
    }
}
