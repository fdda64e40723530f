package hilft.forum.search;

import hilft.forum.question.QuestionFilter.State;
import hilft.forum.text.Input;
import hilft.forum.text.Languages;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes apart what was typed into the search box. Nothing in it is an error: what is no operator is a word. Operators
 * stand in English and German: {@code category:} {@code kategorie:}, {@code tag:} {@code thema:}, {@code author:}
 * {@code autor:} {@code von:}, {@code is:} {@code ist:}, {@code after:} {@code seit:}, {@code before:} {@code vor:}.
 */
final class QueryReader {

    /** What is typed beyond that is not looked at. */
    static final int LENGTH_MAX = 300;

    static final int WORDS_MAX = 12;
    private static final int SMALL_MAX = 6;
    private static final int PHRASES_MAX = 4;
    private static final int WITHOUT_MAX = 8;
    private static final int VALUES_MAX = 5;

    /** Perhaps a minus, perhaps a name and a colon, then something in quotes or without blanks. */
    private static final Pattern PART =
            Pattern.compile("(?<minus>-)?(?:(?<name>\\p{L}+):)?(?:\"(?<quoted>[^\"]*)\"?|(?<plain>[^\\s\"]+))");

    private static final Pattern QUOTES = Pattern.compile("[\u201C\u201D\u201E\u201F\u00AB\u00BB]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** A hyphen or an apostrophe inside a word belongs to it. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile(
            "[^\\p{L}\\p{M}\\p{N}'\u2019-]+|(?<![\\p{L}\\p{M}\\p{N}])['\u2019-]+|['\u2019-]+(?![\\p{L}\\p{M}\\p{N}])");

    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern GERMAN_DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private enum Operator {
        CATEGORY,
        TAG,
        AUTHOR,
        IS,
        AFTER,
        BEFORE
    }

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("category", Operator.CATEGORY),
            Map.entry("kategorie", Operator.CATEGORY),
            Map.entry("bereich", Operator.CATEGORY),
            Map.entry("tag", Operator.TAG),
            Map.entry("thema", Operator.TAG),
            Map.entry("schlagwort", Operator.TAG),
            Map.entry("author", Operator.AUTHOR),
            Map.entry("autor", Operator.AUTHOR),
            Map.entry("by", Operator.AUTHOR),
            Map.entry("von", Operator.AUTHOR),
            Map.entry("is", Operator.IS),
            Map.entry("ist", Operator.IS),
            Map.entry("after", Operator.AFTER),
            Map.entry("since", Operator.AFTER),
            Map.entry("seit", Operator.AFTER),
            Map.entry("nach", Operator.AFTER),
            Map.entry("before", Operator.BEFORE),
            Map.entry("vor", Operator.BEFORE));

    private static final Map<String, State> STATES = Map.ofEntries(
            Map.entry("solved", State.SOLVED),
            Map.entry("gelöst", State.SOLVED),
            Map.entry("geloest", State.SOLVED),
            Map.entry("open", State.OPEN),
            Map.entry("unsolved", State.OPEN),
            Map.entry("offen", State.OPEN),
            Map.entry("ungelöst", State.OPEN),
            Map.entry("unanswered", State.UNANSWERED),
            Map.entry("unbeantwortet", State.UNANSWERED));

    private static final Set<String> OFFICIAL = Set.of("official", "offiziell");

    private static final Map<String, Since> PERIODS = Map.of(
            "day", Since.DAY,
            "tag", Since.DAY,
            "week", Since.WEEK,
            "woche", Since.WEEK,
            "month", Since.MONTH,
            "monat", Since.MONTH,
            "year", Since.YEAR,
            "jahr", Since.YEAR);

    private final List<String> rest = new ArrayList<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> small = new LinkedHashSet<>();
    private final Set<String> phrases = new LinkedHashSet<>();
    private final Set<String> without = new LinkedHashSet<>();
    private final Set<String> categories = new LinkedHashSet<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private final Set<String> authors = new LinkedHashSet<>();
    private @Nullable State state;
    private boolean official;
    private @Nullable Since since;
    private @Nullable LocalDate from;
    private @Nullable LocalDate before;

    private QueryReader() {}

    static Query read(@Nullable String typed) {
        String line = Input.line(Input.start(typed == null ? "" : typed, LENGTH_MAX));
        QueryReader reader = new QueryReader();
        Matcher parts = PART.matcher(QUOTES.matcher(line).replaceAll("\""));
        while (parts.find()) {
            reader.take(parts);
        }
        return reader.query(line);
    }

    private void take(Matcher part) {
        String quoted = part.group("quoted");
        String value = quoted == null ? part.group("plain") : quoted;
        String name = part.group("name");
        boolean minus = part.group("minus") != null;
        if (name != null && !minus && operate(OPERATORS.get(name.toLowerCase(Locale.ROOT)), value)) {
            return;
        }
        String text = name == null ? value : name + " " + value;
        if (!minus) {
            rest.add(name == null ? value : name + ":" + value);
        }
        if (minus) {
            add(without, plain(text), WITHOUT_MAX);
        } else if (quoted != null) {
            add(phrases, plain(text), PHRASES_MAX);
        } else {
            for (String word : BETWEEN_WORDS.split(text)) {
                boolean tellsLittle = Languages.isSmallWord(word.toLowerCase(Locale.ROOT));
                add(tellsLittle ? small : words, word, tellsLittle ? SMALL_MAX : WORDS_MAX);
            }
        }
    }

    /** Letters and digits with single blanks; empty when there are none. */
    private static String plain(String text) {
        return NO_WORD.matcher(text).replaceAll(" ").strip();
    }

    private static void add(Set<String> to, String text, int most) {
        if (!text.isBlank() && to.size() < most) {
            to.add(text);
        }
    }

    /** Whether the operator is one and knows the value; otherwise both are words. */
    private boolean operate(@Nullable Operator operator, String value) {
        if (operator == null || value.isBlank()) {
            return false;
        }
        String lower = value.strip().toLowerCase(Locale.ROOT);
        switch (operator) {
            case CATEGORY -> add(categories, lower, VALUES_MAX);
            case TAG -> add(tags, lower, VALUES_MAX);
            case AUTHOR -> add(authors, lower.startsWith("@") ? lower.substring(1) : lower, VALUES_MAX);
            case IS -> {
                return is(lower);
            }
            case AFTER -> {
                return after(lower);
            }
            case BEFORE -> {
                return before(lower);
            }
        }
        return true;
    }

    private boolean is(String value) {
        if (OFFICIAL.contains(value)) {
            official = true;
            return true;
        }
        State known = STATES.get(value);
        state = known == null ? state : known;
        return known != null;
    }

    private boolean after(String value) {
        Since period = PERIODS.get(value);
        Optional<LocalDate> day = day(value);
        since = period == null ? since : period;
        from = day.orElse(from);
        return period != null || day.isPresent();
    }

    private boolean before(String value) {
        Optional<LocalDate> day = day(value);
        before = day.orElse(before);
        return day.isPresent();
    }

    /** 2026-11-25, 25.11.2026 or a year, which means its first day. */
    static Optional<LocalDate> day(String text) {
        try {
            Matcher day = DAY.matcher(text);
            if (day.matches()) {
                return Optional.of(LocalDate.of(number(day, 1), number(day, 2), number(day, 3)));
            }
            Matcher german = GERMAN_DAY.matcher(text);
            if (german.matches()) {
                return Optional.of(LocalDate.of(number(german, 3), number(german, 2), number(german, 1)));
            }
            return YEAR.matcher(text).matches()
                    ? Optional.of(LocalDate.of(Integer.parseInt(text), 1, 1))
                    : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private Query query(String line) {
        // where nothing else tells, small words must do
        List<String> telling = new ArrayList<>(words);
        List<String> little = new ArrayList<>(small);
        if (telling.isEmpty() && phrases.isEmpty()) {
            telling.addAll(little);
            little.clear();
        }
        return new Query(
                line,
                String.join(" ", rest),
                List.copyOf(telling),
                List.copyOf(little),
                List.copyOf(phrases),
                List.copyOf(without),
                new SearchFilter(
                        List.copyOf(categories),
                        List.copyOf(tags),
                        List.copyOf(authors),
                        state,
                        official,
                        since,
                        from,
                        before));
    }
}
