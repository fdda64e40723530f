package hilft.web.cache;

import hilft.web.faces.Packed;
import hilft.web.faces.Packing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A whole page as everybody without a session gets it, with what it was rendered from. */
record Rendition(String type, String tag, Packed body, State state) {

    static Rendition of(String type, byte[] body, Packing packing, State state) {
        return new Rendition(type, tag(body), packing.quickly(body), state);
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

    /** Compared weakly, in a list or alone (RFC 9110, 13.1.2). */
    boolean isKnown(@Nullable String tags) {
        return tags != null && (tags.contains(tag.substring(2)) || tags.strip().equals("*"));
    }

    int weight() {
        return 512 + body.length();
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Vary", "Accept-Encoding, Accept-Language, Cookie");
        if (isKnown(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        body.send(request, response);
    }
}
