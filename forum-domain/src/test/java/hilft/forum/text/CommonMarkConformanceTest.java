package hilft.forum.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import java.io.IOException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommonMarkConformanceTest {
    private final Parser parser = Parser.builder(Markdown.COMMON_MARK).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder(Markdown.COMMON_MARK).build();

    @Test
    void passesTheExamplesOfTheSpecification() throws IOException {
        int passed = 0;
        int all = 0;
        for (JsonNode example : Fixtures.json("commonmark/commonmark-0.31.2.json")) {
            all++;
            String html = renderer.render(parser.parse(example.get("markdown").asText()));
            passed += html.equals(example.get("html").asText()) ? 1 : 0;
        }
        assertThat(all).isEqualTo(652);
        assertThat(passed).isGreaterThanOrEqualTo(626);
    }
}
