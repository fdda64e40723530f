package hilft.web.faces;

import hilft.forum.text.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What a page says, in the reader's language: texts with their values, numbers, moments. */
@Named
@ApplicationScoped
public class Words {
    public static final String BUNDLE = "hilft.messages";

    /** The request attribute with the {@link ZoneId} that a member has chosen. */
    public static final String ZONE = "hilft.zone";

    private static final Map<Locale, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();
    private static final Map<Locale, Map<String, MessageFormat>> PATTERNS = new ConcurrentHashMap<>();
    private static final Map<Locale, DateTimeFormatter> MOMENTS = new ConcurrentHashMap<>();

    @Inject
    HttpServletRequest request;

    @Inject
    @ConfigProperty(name = "hilft.zone", defaultValue = "Europe/Berlin")
    ZoneId zone;

    /** Whose clocks the times of this page follow: the member's, else the forum's. */
    private ZoneId zone() {
        return request.getAttribute(ZONE) instanceof ZoneId own ? own : zone;
    }

    public Locale getLocale() {
        return Language.of(request);
    }

    public String getLanguage() {
        return getLocale().getLanguage();
    }

    /** The language somebody wrote in, where only the text is known; the reader's own when it gives no hint. */
    public String languageOf(@Nullable String text) {
        return Languages.guess(text == null ? "" : text, getLanguage());
    }

    /** The text under the key, its {@code {0}} filled with the values. */
    public String of(String key, Object... values) {
        return in(getLocale(), key, values);
    }

    /** A key made of its beginning and its end, since EL has no way to join texts in an index. */
    public String key(String beginning, String end) {
        return beginning + end;
    }

    /** The text under the key, or the other text where the bundle has none. */
    public String orElse(String key, String other, Object... values) {
        return bundle(getLocale()).containsKey(key) ? of(key, values) : other;
    }

    /** As {@link #of}, for those who speak to somebody else than the visitor of this request. */
    public static String in(Locale locale, String key, Object... values) {
        String pattern;
        try {
            pattern = bundle(locale).getString(key);
        } catch (MissingResourceException missing) {
            return key;
        }
        return values.length == 0 ? pattern : format(locale, key, pattern).format(values);
    }

    /** A copy of what was read once: formats cannot be shared, and reading one takes longer than copying it. */
    private static MessageFormat format(Locale locale, String key, String pattern) {
        MessageFormat read = PATTERNS.computeIfAbsent(locale, none -> new ConcurrentHashMap<>())
                .computeIfAbsent(key, none -> new MessageFormat(pattern, locale));
        return (MessageFormat) read.clone();
    }

    /** The bundle of exactly this language: a missing key must show, not hide behind the other language. */
    public static ResourceBundle bundle(Locale locale) {
        return BUNDLES.computeIfAbsent(
                locale,
                one -> ResourceBundle.getBundle(
                        BUNDLE,
                        one,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(getLocale()).format(value).replace('-', '−');
    }

    /** A share of 1 in whole percent. */
    public String percent(double share) {
        return NumberFormat.getPercentInstance(getLocale()).format(share);
    }

    /** With its sign, as points are shown. */
    public String signed(long value) {
        return value > 0 ? "+" + number(value) : number(value);
    }

    /** US dollars with their sign, to a tenth of a cent where there is one. */
    public String money(BigDecimal dollars) {
        return money(dollars, getLocale());
    }

    static String money(BigDecimal dollars, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance("USD"));
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(3);
        return format.format(dollars);
    }

    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", getLocale()).format(month);
    }

    public String moment(Instant instant) {
        return MOMENTS.computeIfAbsent(
                        getLocale(),
                        locale -> DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                                .localizedBy(locale))
                .format(instant.atZone(zone()));
    }

    public String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(getLocale())
                .format(instant.atZone(zone()));
    }
}
