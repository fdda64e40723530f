package hilft.web.cache;

import hilft.web.faces.Packing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A whole page as everybody without a session gets it, packed, in each encoding that browsers ask for. */
@SuppressWarnings("ArrayRecordComponent")
record Rendition(String type, String tag, byte[] plain, byte[] gzip, byte @Nullable [] brotli, State state) {

    static Rendition of(String type, byte[] body, Packing packing, State state) {
        return new Rendition(type, tag(body), body, Packing.gzip(body), packing.brotliQuickly(body), state);
    }

    // Weak, because the same page goes out in three encodings.
    private static String tag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

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
