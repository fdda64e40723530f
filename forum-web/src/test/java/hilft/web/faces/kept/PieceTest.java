package hilft.web.faces.kept;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class PieceTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 4_000, 4_096, 8_192, 100_000})
    void piecesMakeOneStreamInAnyOrder(int length) throws IOException {
        Piece text = Piece.of("<p>Grüße</p>".repeat(length / 14).getBytes(UTF_8));
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        List<Piece> pieces = List.of(text, Piece.stored("form-1"), Piece.of(noise), Piece.stored(""), text);

        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Piece.gzip(pieces, packed);

        assertThat(packed.size()).isEqualTo(Piece.gzipLength(pieces));
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        pieces.forEach(piece -> plain.writeBytes(piece.plain()));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray())).readAllBytes())
                .isEqualTo(plain.toByteArray());
    }
}
