package hilft.web.cache;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A whole page as everybody without a session gets it, packed, in each encoding that browsers ask for. */
@SuppressWarnings("ArrayRecordComponent")
record SharedPage(String type, String tag, byte[] plain, byte[] gzip, byte @Nullable [] brotli, State state) {

    int weight() {
        return 512 + plain.length + gzip.length + (brotli == null ? 0 : brotli.length);
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Vary", "Accept-Encoding, Accept-Language, Cookie");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
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
