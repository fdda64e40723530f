package hilft.web.mail;

import hilft.forum.member.MemberView;
import hilft.forum.text.Markdown;
import hilft.rewards.event.EventView;
import hilft.web.calendar.EventTimes;
import hilft.web.faces.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the mails about an event say in common: when and where it is, and where to find it. */
@ApplicationScoped
class EventLetters {

    private static final int LONGEST_TEXT = 600;

    @Inject
    Markdown markdown;

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /**
     * A letter about an event.
     *
     * @param key the beginning of its texts in the bundle
     * @param more what it says after when and where, may be empty
     * @param query what follows the event's address, may be empty
     */
    Letter compose(EventView event, MemberView to, String messageId, String key, String more, String query) {
        Locale language = Locale.forLanguageTag(to.language());
        String title = event.title(to.language());
        return new Letter(
                Objects.requireNonNullElse(to.email(), ""),
                messageId + "@" + host(),
                language,
                Words.in(language, key + "subject", title),
                Words.in(language, "mail.greeting", to.displayName()),
                Words.in(language, key + "sentence"),
                title,
                facts(event, language) + (more.isEmpty() ? "" : "\n\n" + more),
                Words.in(language, key + "button"),
                base() + event.url() + query,
                Words.in(language, key + "reason"),
                Words.in(language, "mail.settings"),
                base() + "/settings");
    }

    private static String facts(EventView event, Locale language) {
        String place = event.place();
        return Words.in(language, "mail.event.when", EventTimes.span(event, language)) + "\n"
                + (place == null
                        ? Words.in(language, "mail.event.online")
                        : Words.in(language, "mail.event.place", place));
    }

    /** How many seats there are, and until when they are given. */
    static String terms(EventView event, Locale language) {
        return Words.in(
                language,
                "mail.event.terms",
                event.seats(),
                EventTimes.moment(event.rsvpDeadline(), event.zone(), language));
    }

    /** The stream's address is for those who come. */
    static String stream(EventView event, Locale language) {
        String url = event.streamUrl();
        return url == null ? "" : Words.in(language, "mail.event.stream", url);
    }

    /** The beginning of the event's text, in plain words. */
    String text(EventView event, Locale language) {
        String plain = markdown.toPlain(event.text(language.getLanguage()));
        return plain.length() <= LONGEST_TEXT
                ? plain
                : markdown.excerpt(event.text(language.getLanguage()), LONGEST_TEXT);
    }

    private String base() {
        return baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    private String host() {
        return Objects.requireNonNullElse(URI.create(baseUrl).getHost(), "localhost");
    }
}
