package hilft.web.log;

import hilft.web.security.RequestId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** {@code time level [request] logger: message}, then the stack trace if there is one. */
final class PlainLines extends Formatter {

    @Override
    public String format(LogRecord event) {
        String trace = trace(event.getThrown());
        // A message is one line: what a visitor sent must not look like a line of its own.
        String message = formatMessage(event).strip().replace("\r", "").replace("\n", "\n    ");
        return "%s %-7s [%s] %s: %s%n%s"
                .formatted(
                        event.getInstant(),
                        event.getLevel().getName(),
                        Objects.requireNonNullElse(RequestId.current(), "-"),
                        Objects.requireNonNullElse(event.getLoggerName(), "-"),
                        message,
                        trace);
    }

    static String trace(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
