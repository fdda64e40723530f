package hilft.forum.search.upkeep;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Which addresses of OpenSearch are taken. */
class ReachingOpenSearchTest {

    @Test
    void severalNodesMayBeNamed() {
        assertThat(IndexPlaces.hosts("https://one.example.org, http://127.0.0.1:9200"))
                .containsExactly(URI.create("https://one.example.org"), URI.create("http://127.0.0.1:9200"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one.example.org",
                "ftp://one.example.org",
                "https://name:word@one.example.org",
                "https://one.example.org/search",
                "https://one.example.org?x=1",
                "https://one.example.org,",
                "http://",
                "not an address"
            })
    void anAddressThatIsNoneOrSaysMoreIsRefusedWithoutRepeatingIt(String url) {
        assertThatIllegalStateException()
                .isThrownBy(() -> IndexPlaces.hosts(url))
                .withMessageStartingWith("hilft.search.opensearch.url holds http or https addresses")
                .withMessageNotContaining("word");
    }
}
