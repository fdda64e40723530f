package hilft.web.faces;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A body in each encoding that browsers ask for; brotli is missing where its native part does not run. */
@SuppressWarnings("ArrayRecordComponent")
public record Packed(byte[] plain, byte[] gzip, byte @Nullable [] brotli) {

    public int length() {
        return plain.length + gzip.length + (brotli == null ? 0 : brotli.length);
    }

    /** Sends the smallest one that the browser understands, with its length and encoding. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = body(request.getHeader("Accept-Encoding"), response);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] body(@Nullable String accepted, HttpServletResponse response) {
        if (accepted != null && brotli != null && accepted.contains("br")) {
            response.setHeader("Content-Encoding", "br");
            return brotli;
        }
        if (accepted != null && accepted.contains("gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            return gzip;
        }
        return plain;
    }
}
