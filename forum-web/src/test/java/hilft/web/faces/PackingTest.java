package hilft.web.faces;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class PackingTest {
    private final Packing packing = new Packing();

    @Test
    void whatIsPackedComesOutAsItWas() {
        packing.look();
        byte[] text =
                "Starte den Router neu und warte eine Minute. ".repeat(500).getBytes(UTF_8);
        byte[] noise = new byte[20_000];
        new Random(4711).nextBytes(noise);
        for (byte[] body : new byte[][] {text, noise, {}}) {
            Packed page = packing.quickly(body);
            assertThat(page.plain()).isEqualTo(body);
            assertThat(page.plain()).as("remembered").isEqualTo(body);
            assertThat(packing.tightly(body).plain()).isEqualTo(body);
        }
    }

    @Test
    void aPageTakesAFewPartsOfItsSize() {
        packing.look();
        byte[] text =
                "Starte den Router neu und warte eine Minute. ".repeat(500).getBytes(UTF_8);
        assertThat(packing.quickly(text).length()).isPositive().isLessThan(text.length / 4);
        assertThat(packing.tightly(text).length())
                .isLessThanOrEqualTo(packing.quickly(text).length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "gzip, deflate, br, zstd|true",
                "br;q=1.0, gzip;q=0.8|true",
                "br;q=0.5|true",
                "br;q=0, gzip|false",
                "gzip, br ; q=0.000|false",
                "gzip|false",
                "none|false"
            })
    void whatABrowserRefusesItDoesNotGet(String accepted, boolean brotli) {
        assertThat(Packed.accepts(accepted, "br")).isEqualTo(brotli);
    }
}
