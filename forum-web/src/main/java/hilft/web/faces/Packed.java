package hilft.web.faces;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body in each encoding that browsers ask for; brotli is missing where its native part does not run. As it was, it is four
 * times as large as both together and hardly ever asked for, so it is unpacked when it is, and remembered while there is room.
 */
public final class Packed {
    private static final Pattern REFUSED = Pattern.compile("\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$)");

    private final byte[] gzip;
    private final byte @Nullable [] brotli;
    private final int plainLength;
    private volatile SoftReference<byte @Nullable []> plain = new SoftReference<>(null);

    Packed(int plainLength, byte[] gzip, byte @Nullable [] brotli) {
        this.plainLength = plainLength;
        this.gzip = gzip;
        this.brotli = brotli;
    }

    /** Bytes that it takes for certain. */
    public int length() {
        return gzip.length + (brotli == null ? 0 : brotli.length);
    }

    /** Sends the smallest one that the browser understands, with its length and encoding. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = body(request.getHeader("Accept-Encoding"), response);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] body(@Nullable String accepted, HttpServletResponse response) {
        if (brotli != null && accepts(accepted, "br")) {
            response.setHeader("Content-Encoding", "br");
            return brotli;
        }
        if (accepts(accepted, "gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            return gzip;
        }
        return plain();
    }

    /** Whether the encoding is named, and not in order to be refused. */
    public static boolean accepts(@Nullable String accepted, String encoding) {
        if (accepted == null) {
            return false;
        }
        int at = accepted.indexOf(encoding);
        return at >= 0
                && !REFUSED.matcher(accepted)
                        .region(at + encoding.length(), accepted.length())
                        .lookingAt();
    }

    byte[] plain() {
        byte[] known = plain.get();
        if (known != null) {
            return known;
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip), 8_192)) {
            byte[] body = unpacked.readNBytes(plainLength);
            plain = new SoftReference<>(body);
            return body;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
