package hilft.web.cache;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.logging.Logger;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Packs bytes as browsers unpack them; without the native brotli of this machine gzip has to do. */
@ApplicationScoped
public class Packing {
    private static final Logger LOG = Logger.getLogger(Packing.class.getName());
    private static final int PAGE_QUALITY = 5;
    private static final int ASSET_QUALITY = 11;

    private boolean brotli;

    @PostConstruct
    void look() {
        brotli = Brotli4jLoader.isAvailable();
        if (!brotli) {
            LOG.info("brotli is not there, pages and assets are sent with gzip");
        }
    }

    SharedPage pack(String type, byte[] body, State state) {
        return new SharedPage(type, tag(body), body, gzip(body), brotli(body, PAGE_QUALITY), state);
    }

    /** As small as it gets, for what is packed once; null without brotli. */
    public byte @Nullable [] brotli(byte[] body) {
        return brotli(body, ASSET_QUALITY);
    }

    private byte @Nullable [] brotli(byte[] body, int quality) {
        if (!brotli) {
            return null;
        }
        try {
            return Encoder.compress(body, Encoder.Parameters.create(quality));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return packed.toByteArray();
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
}
