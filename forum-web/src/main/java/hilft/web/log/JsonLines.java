package hilft.web.log;

import hilft.web.security.RequestId;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Objects;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** One JSON object on each line: time, level, logger, thread, request, message, exception. */
final class JsonLines extends Formatter {

    @Override
    public String format(LogRecord event) {
        JsonObjectBuilder line = Json.createObjectBuilder()
                .add("time", event.getInstant().toString())
                .add("level", event.getLevel().getName())
                .add("logger", Objects.requireNonNullElse(event.getLoggerName(), "-"))
                .add("thread", Thread.currentThread().getName());
        String request = RequestId.current();
        if (request != null) {
            line.add("request", request);
        }
        line.add("message", Objects.requireNonNullElse(formatMessage(event), "").strip());
        if (event.getThrown() != null) {
            line.add("exception", PlainLines.trace(event.getThrown()));
        }
        return line.build() + System.lineSeparator();
    }
}
