package hilft.web.faces;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.logging.Logger;
import java.util.zip.Deflater;
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

    /** For a page that is packed while somebody waits. */
    public Packed quickly(byte[] body) {
        return new Packed(body.length, gzip(body, Deflater.DEFAULT_COMPRESSION), brotli(body, PAGE_QUALITY));
    }

    /** As small as it gets, for what is packed once. */
    Packed tightly(byte[] body) {
        return new Packed(body.length, gzip(body, Deflater.BEST_COMPRESSION), brotli(body, ASSET_QUALITY));
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

    private static byte[] gzip(byte[] body, int level) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 3);
        try (GZIPOutputStream gzip = new Leveled(packed, level)) {
            gzip.write(body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return packed.toByteArray();
    }

    private static final class Leveled extends GZIPOutputStream {
        Leveled(OutputStream out, int level) throws IOException {
            super(out);
            def.setLevel(level);
        }
    }
}
