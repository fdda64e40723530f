package hilft.journey;

import hilft.stack.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The people of one journey, on screens of one width, and looked at on others, too; where everybody was at its end is kept in a picture. */
final class Cast implements AfterEachCallback {
    private final Site site;
    private final Browser browser;
    private final int width;
    private final int first;
    private final Album album;
    private final List<Person> people = new ArrayList<>();

    /** @param first number of the first person, so that the last pictures of different journeys have different names */
    Cast(Site site, Browser browser, int width, int first, Integer... otherWidths) {
        this.site = site;
        this.browser = browser;
        this.width = width;
        this.first = first;
        album = new Album(
                Stream.concat(Stream.of(width), Stream.of(otherWidths)).toArray(Integer[]::new));
    }

    Person person() {
        var person = Person.withBrowser(browser.chromium(), site, album, width);
        people.add(person);
        return person;
    }

    /** Somebody whose browser runs no scripts. */
    Person personWithoutScripts() {
        var person = Person.withoutScripts(browser.chromium(), site, album, width);
        people.add(person);
        return person;
    }

    void nothingWentWrong() {
        assertThat(album.barriers()).as("barriers found by axe").isEmpty();
        assertThat(people.stream().flatMap(person -> person.troubles().stream()))
                .as("what went wrong behind the pages")
                .isEmpty();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (var person : people) {
            album.keepLast(person.page(), first + people.indexOf(person));
            person.close();
        }
    }
}
