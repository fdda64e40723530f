package hilft.web.log;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoggingALineTest {
    @Test
    void jsonIsOneObjectOnOneLine() {
        LogRecord event = event("He said \"no\"\nand left: {0}");
        event.setParameters(new Object[] {"Jörg 😀 \\ \t."});
        event.setThrown(new IllegalStateException("broken"));

        String line = LogFormat.of("json").format(event);

        assertThat(line.strip()).doesNotContain("\n");
        JsonObject json = JsonParser.parseString(line).getAsJsonObject();
        assertThat(json.get("message").getAsString()).isEqualTo("He said \"no\"\nand left: Jörg 😀 \\ \t.");
        assertThat(json.get("level").getAsString()).isEqualTo("WARNING");
        assertThat(json.get("logger").getAsString()).isEqualTo("hilft.test");
        assertThat(json.get("exception").getAsString()).contains("IllegalStateException: broken");
    }

    @Test
    void plainLinesCannotBeForged() {
        String line = LogFormat.of("plain").format(event("search for x\r\n2026-11-22T12:00:00Z SEVERE [-] forged"));

        assertThat(line).contains("WARNING [-] hilft.test: search for x");
        assertThat(line.lines().skip(1)).allMatch(next -> next.startsWith("    "));
    }

    @Test
    void anUnknownFormatIsRefused() {
        assertThatThrownBy(() -> LogFormat.of("xml")).hasMessageContaining("plain or json");
    }

    private static LogRecord event(String message) {
        LogRecord event = new LogRecord(Level.WARNING, message);
        event.setLoggerName("hilft.test");
        return event;
    }
}
