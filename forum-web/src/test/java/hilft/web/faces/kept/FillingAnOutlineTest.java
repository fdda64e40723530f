package hilft.web.faces.kept;

import hilft.web.faces.PageWriter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class FillingAnOutlineTest {

    private static final PageWriter.Own NAME = new PageWriter.Own("name", "header");
    private final Fragments fragments = new Fragments();

    @Test
    void whatShowsTheReaderIsTheNextReadersOwn() {
        keep("en", "Anna");
        keep("en", "Bert");
        Outline outline = Outline.of(page("Anna", "form-a"), "form-a");

        assertThat(filled(outline, "en", "Bert", "form-b"))
                .hasValue("<h1>Grüße</h1><b>Bert</b><input value=\"form-b\"/><hr/>form-b<i>!</i>");
    }

    @Test
    void aReaderWhoWasNotShownBeforeIsNotShownAsSomebodyElse() {
        keep("en", "Anna");
        Outline outline = Outline.of(page("Anna", "form-a"), "form-a");

        assertThat(filled(outline, "en", "Bert", "form-b")).isEmpty();
        assertThat(filled(outline, "de", "Anna", "form-b")).isEmpty();
    }

    @Test
    void aPageWithoutAFormIsKeptAsItIs() {
        keep("en", "Anna");
        Outline outline = Outline.of(page("Anna", ""), "");

        assertThat(filled(outline, "en", "Anna", ""))
                .hasValue("<h1>Grüße</h1><b>Anna</b><input value=\"\"/><hr/><i>!</i>");
    }

    private void keep(String language, String name) {
        fragments.keep(new Fragments.Key("header", language, name), bold(name));
    }

    private static byte[] bold(String name) {
        return ("<b>" + name + "</b>").getBytes(UTF_8);
    }

    private static PageWriter page(String name, String once) {
        PageWriter page = new PageWriter();
        page.write("<h1>Grüße</h1>");
        page.put(bold(name), NAME);
        page.write("<input value=\"" + once + "\"/><hr/>" + once);
        page.put("<i>!</i>".getBytes(UTF_8));
        return page;
    }

    private Optional<String> filled(Outline outline, String language, String name, String once) {
        Map<String, Object> reader = Map.of("name", name);
        return outline.fill(language, of -> Objects.requireNonNull(reader.get(of)), once, fragments)
                .map(Filled::toString);
    }
}
