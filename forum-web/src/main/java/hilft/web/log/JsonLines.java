package hilft.web.log;

import hilft.web.security.RequestId;
import java.util.Objects;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** One JSON object on each line: time, level, logger, thread, request, message, exception. */
final class JsonLines extends Formatter {

    @Override
    public String format(LogRecord event) {
        StringBuilder line = new StringBuilder(256).append("{\"time\":\"").append(event.getInstant());
        add(line, "level", event.getLevel().getName());
        add(line, "logger", Objects.requireNonNullElse(event.getLoggerName(), "-"));
        add(line, "thread", Thread.currentThread().getName());
        String request = RequestId.current();
        if (request != null) {
            add(line, "request", request);
        }
        add(
                line,
                "message",
                Objects.requireNonNullElse(formatMessage(event), "").strip());
        if (event.getThrown() != null) {
            add(line, "exception", PlainLines.trace(event.getThrown()));
        }
        return line.append("\"}").append(System.lineSeparator()).toString();
    }

    private static void add(StringBuilder line, String name, String value) {
        line.append("\",\"").append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> line.append('\\').append(c);
                case '\n' -> line.append("\\n");
                case '\t' -> line.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                        line.append(String.format("\\u%04x", (int) c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
    }
}
