package hilft.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Keeps a picture of each page in light and dark, on screens of one width or several, and what axe finds there that keeps
 * people out. Where somebody looks at several widths, they walk at the first one.
 */
final class Album {
    private static final Path FOLDER = Path.of("target", "journey");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    /** What the theme may change; all else is the same in both. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final int WIDE = 720;
    private static final int HEIGHT = 800;

    /** What floats covers something wherever the page is scrolled to; that scrolling uncovers it axe cannot know. */
    private static final String LAND = """
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync('.header, .bottombar, .toasts { position: static !important }');
              document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
            }""";

    private static final String FLOAT =
            "() => { document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1); }";

    private final List<Integer> widths;
    private final List<String> barriers = new ArrayList<>();
    private int pages;

    Album(Integer... widths) {
        this.widths = List.of(widths);
    }

    void look(Page page, String name) {
        page.waitForLoadState(LoadState.LOAD);
        pages++;
        for (var i = widths.size() - 1; i >= 0; i--) {
            var width = widths.get(i);
            if (widths.size() > 1) {
                page.setViewportSize(width, HEIGHT);
            }
            for (var theme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
                var picture = "%02d-%s-%d-%s"
                        .formatted(pages, name, width, theme.name().toLowerCase(Locale.ROOT));
                page.screenshot(
                        new Page.ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve(picture + ".png")));
                // a colour is as readable on a small screen as on a large one, where both are looked at
                if (width >= WIDE || theme == ColorScheme.LIGHT) {
                    inspect(page, theme, picture);
                }
            }
        }
    }

    /** The last page somebody saw. */
    void keepLast(Page page, int person) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve("last-%d-person-%d.png".formatted(widths.get(0), person))));
    }

    private void inspect(Page page, ColorScheme theme, String picture) {
        page.evaluate(LAND);
        var axe = new AxeBuilder(page).setLegacyMode(true);
        for (var violation : (theme == ColorScheme.LIGHT ? axe.withTags(WCAG) : axe.withRules(COLOURS))
                .analyze()
                .getViolations()) {
            barriers.add(picture + ": " + describe(violation));
        }
        page.evaluate(FLOAT);
    }

    private static String describe(Rule violation) {
        var places = violation.getNodes().stream()
                .limit(4)
                .map(node -> node.getTarget() + " "
                        + String.valueOf(node.getFailureSummary()).replaceAll("\\s+", " "))
                .toList();
        return violation.getId() + " at " + String.join("; ", places);
    }

    /** What axe found on all pages of this album. */
    List<String> barriers() {
        return List.copyOf(barriers);
    }
}
