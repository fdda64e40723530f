package hilft.web.log;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the server's log the configured format while the forum runs, {@code plain} or {@code json}. */
@Singleton
@Startup
public class LogFormat {
    private static final Logger ROOT = Logger.getLogger("");

    private final Map<Handler, Formatter> before = new HashMap<>();

    @Inject
    @ConfigProperty(name = "hilft.log.format", defaultValue = "plain")
    String format;

    @PostConstruct
    void install() {
        Formatter lines = of(format);
        for (Handler handler : ROOT.getHandlers()) {
            before.put(handler, handler.getFormatter());
            handler.setFormatter(lines);
        }
    }

    static Formatter of(String format) {
        return switch (format) {
            case "plain" -> new PlainLines();
            case "json" -> new JsonLines();
            default ->
                throw new IllegalArgumentException("hilft.log.format is \"" + format + "\" and must be plain or json");
        };
    }

    /** The server outlives the application, whose classes it must not keep. */
    @PreDestroy
    void restore() {
        before.forEach(Handler::setFormatter);
    }
}
