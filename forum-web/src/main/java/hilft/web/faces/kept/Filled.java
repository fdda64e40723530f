package hilft.web.faces.kept;

import hilft.web.faces.Packed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A kept page with its gaps filled for one reader. */
public final class Filled {

    private final List<Piece> pieces;

    Filled(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** As a whole with its length, packed for whoever can unpack it. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        if (Packed.accepts(request.getHeader("Accept-Encoding"), "gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            response.setContentLength(Piece.gzipLength(pieces));
            Piece.gzip(pieces, response.getOutputStream());
            return;
        }
        response.setContentLength(
                pieces.stream().mapToInt(piece -> piece.plain().length).sum());
        OutputStream out = response.getOutputStream();
        for (Piece piece : pieces) {
            out.write(piece.plain());
        }
    }

    /** The markup. */
    @Override
    public String toString() {
        ByteArrayOutputStream markup = new ByteArrayOutputStream();
        pieces.forEach(piece -> markup.writeBytes(piece.plain()));
        return markup.toString(UTF_8);
    }
}
