package hilft.web.page;

import hilft.web.page.home.HomePage;
import hilft.web.page.question.QuestionPage;
import hilft.web.page.question.QuestionsPage;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a view asks of its bean stands in what the bean names as shown: else a kept page would be shown too long. */
class WholePageTest {

    private static final Path VIEWS = Path.of("src/main/webapp");
    private static final Pattern EXPRESSION = Pattern.compile("#\\{([^}]*)}");
    private static final Pattern INCLUDE = Pattern.compile("<ui:include src=\"/([^\"]+)\"");
    private static final Pattern READ = Pattern.compile("(?<![\\w.'])(\\w+)\\.(\\w+)");

    /** What follows from what is shown, or from the address, and what only a form that was sent or another reader asks. */
    private static final Map<Class<? extends WholePage>, Set<String>> FOLLOWS = Map.of(
            QuestionPage.class,
            Set.of(
                    "canonicalPath",
                    "indexable",
                    "structured",
                    "firstUrl",
                    "answersBefore",
                    "answersAfter",
                    "orders",
                    "unread",
                    "since",
                    "askUrl",
                    "draft",
                    "once",
                    "body",
                    "answer",
                    "saveDraft"),
            QuestionsPage.class,
            Set.of(
                    "tag",
                    "state",
                    "sort",
                    "stateUrl",
                    "sortUrl",
                    "emptyTitle",
                    "emptyText",
                    "canonicalPath",
                    "spoken",
                    "indexable",
                    "feed",
                    "behindEnd",
                    "firstUrl"),
            HomePage.class,
            Set.of("invitations"));

    /** Of the key, of the configuration, filled in, or a reason not to keep the page. */
    private static final Set<String> SHELL = Set.of(
            "theme",
            "zone",
            "section",
            "address",
            "returnTo",
            "signedIn",
            "undoSeconds",
            "flashWaiting",
            "flash",
            "reader",
            "quick");

    static Stream<Class<? extends WholePage>> pages() {
        return FOLLOWS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theViewShowsWhatIsNamed(Class<? extends WholePage> page) throws IOException {
        String area = page.getPackageName().substring(page.getPackageName().lastIndexOf('.') + 1);
        String bean = page.getSimpleName().substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                + page.getSimpleName().substring(1);
        Path view = VIEWS.resolve(area + "/" + bean.replace("Page", ".xhtml"));

        Set<String> asked = reads(view, bean);

        assertThat(asked).isNotEmpty();
        asked.removeAll(named(page));
        asked.removeAll(FOLLOWS.getOrDefault(page, Set.of()));
        assertThat(asked).as("asked of %s and not in what it shows", bean).isEmpty();
        assertThat(reads(view, "shell")).isSubsetOf(SHELL);
        assertThat(beans(view)).as("beans that %s asks", view).isSubsetOf(beansOfAny(bean));
    }

    private static Set<String> beansOfAny(String page) {
        Set<String> beans = new HashSet<>(Set.of("shell", "form", "words", "assets", "head"));
        beans.add(page);
        return beans;
    }

    @Test
    void whatStandsAroundEachPageFollowsFromItsKey() throws IOException {
        for (String part : new String[] {"page", "header", "footer"}) {
            Path template = VIEWS.resolve("WEB-INF/template/" + part + ".xhtml");
            assertThat(reads(template, "shell")).as(part).isSubsetOf(SHELL);
            assertThat(beans(template)).as(part).isSubsetOf(beansOfAny("shell"));
        }
    }

    @Test
    void aReadIsSeen() {
        assertThat(reads("<p id=\"#{page.one}\">#{empty page.two ? msg['page.x'] : page.three.four}</p>", "page"))
                .containsExactly("one", "three", "two");
    }

    private static Set<String> named(Class<? extends WholePage> page) {
        Method shown = Arrays.stream(page.getMethods())
                .filter(method -> method.getName().equals("shown") && !method.isBridge())
                .findFirst()
                .orElseThrow();
        Set<String> names = new HashSet<>();
        for (RecordComponent part : shown.getReturnType().getRecordComponents()) {
            names.add(part.getName());
            if (part.getType().isRecord() && page.equals(part.getType().getEnclosingClass())) {
                for (RecordComponent inner : part.getType().getRecordComponents()) {
                    names.add(inner.getName());
                }
            }
        }
        return names;
    }

    private static Set<String> reads(Path view, String bean) throws IOException {
        return reads(markup(view), bean);
    }

    /** With what the view includes of its own area; a page with what another area shows in it is not kept. */
    private static String markup(Path view) throws IOException {
        String own = Files.readString(view);
        StringBuilder markup = new StringBuilder(own);
        Matcher include = INCLUDE.matcher(own);
        while (include.find()) {
            Path part = VIEWS.resolve(include.group(1));
            if (part.equals(view.resolveSibling(part.getFileName()))) {
                markup.append(Files.readString(part));
            }
        }
        return markup.toString();
    }

    private static Set<String> reads(String markup, String bean) {
        Set<String> reads = new TreeSet<>();
        EXPRESSION
                .matcher(markup)
                .results()
                .forEach(expression -> READ.matcher(expression.group(1))
                        .results()
                        .filter(read -> read.group(1).equals(bean))
                        .forEach(read -> reads.add(read.group(2))));
        return reads;
    }

    /** The names that are asked something and are neither variables of the page nor words of a bundle. */
    private static Set<String> beans(Path view) throws IOException {
        String markup = markup(view);
        Set<String> variables = new HashSet<>();
        Matcher variable =
                Pattern.compile("(?:\\bas|\\bvar|ui:param name)=\"(\\w+)\"").matcher(markup);
        while (variable.find()) {
            variables.add(variable.group(1));
        }
        Set<String> beans = new TreeSet<>();
        EXPRESSION
                .matcher(markup)
                .results()
                .flatMap(expression -> READ.matcher(expression.group(1).replaceAll("'[^']*'", "''"))
                        .results())
                .map(read -> read.group(1))
                .filter(name -> !variables.contains(name))
                .forEach(beans::add);
        return beans;
    }
}
