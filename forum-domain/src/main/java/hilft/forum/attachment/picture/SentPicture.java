package hilft.forum.attachment.picture;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

import static hilft.forum.attachment.picture.PictureProblem.Reason.BROKEN;
import static hilft.forum.attachment.picture.PictureProblem.Reason.PIXELS_MANY;
import static hilft.forum.attachment.picture.PictureProblem.Reason.TYPE_HEIF;
import static hilft.forum.attachment.picture.PictureProblem.Reason.TYPE_UNKNOWN;

/** A file that somebody sent as a picture: first its header is judged, then it may be read. Of an animation the first picture counts. */
public final class SentPicture implements Closeable {

    /** Of the header, in any shape; a camera of 2026 that has more saves fewer by default. */
    public static final long MAX_PIXELS = 50_000_000;

    /** A line is always read as a whole. */
    public static final int MAX_SIDE = 20_000;

    /** Of those that cannot be thinned out while they are read: WebP, and JPEG that comes in several scans. */
    private static final long MAX_PIXELS_AT_ONCE = 16_000_000;

    /** Honest files have about ten; each is a walk over the whole picture. */
    private static final int MAX_SCANS = 100;

    /** What one decoded picture may take; above it, lines and columns are left out. */
    private static final long MAX_BYTES_DECODED = 64L << 20;

    private final PictureFormat format;
    private final ImageInputStream stream;
    private final ImageReader reader;
    private final int width;
    private final int height;

    private SentPicture(PictureFormat format, ImageInputStream stream, ImageReader reader) throws IOException {
        this.format = format;
        this.stream = stream;
        this.reader = reader;
        this.width = reader.getWidth(0);
        this.height = reader.getHeight(0);
    }

    /**
     * Judges a file by its header alone; nothing of it is decoded.
     *
     * @throws IOException when the file itself cannot be read
     */
    public static SentPicture open(Path file) throws IOException, PictureProblem {
        PictureFormat format = format(file);
        ImageInputStream stream = new FileImageInputStream(file.toFile());
        ImageReader reader = reader(format);
        try {
            // without metadata, so that no compressed text in it is unpacked
            reader.setInput(stream, true, true);
            SentPicture picture = new SentPicture(format, stream, reader);
            picture.judge(format == PictureFormat.JPEG ? JpegScans.count(file) : 1);
            return picture;
        } catch (PictureProblem refused) {
            close(reader, stream);
            throw refused;
        } catch (IOException | RuntimeException broken) {
            close(reader, stream);
            throw new PictureProblem(BROKEN);
        }
    }

    private static PictureFormat format(Path file) throws IOException, PictureProblem {
        PictureFormat format;
        try (var in = Files.newInputStream(file)) {
            format = PictureFormat.of(in.readNBytes(PictureFormat.HEAD))
                    .orElseThrow(() -> new PictureProblem(TYPE_UNKNOWN));
        }
        if (format == PictureFormat.HEIF) {
            throw new PictureProblem(TYPE_HEIF);
        }
        return format;
    }

    /** The readers are named, not looked up: what else a server has registered must not meet strangers' files. */
    private static ImageReader reader(PictureFormat format) throws IOException {
        if (format == PictureFormat.WEBP) {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
        if (format == PictureFormat.JPEG) {
            JPEGImageReaderSpi jpeg = new JPEGImageReaderSpi();
            // finds the platform's reader, which it stands before, without being registered itself
            jpeg.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
            return jpeg.createReaderInstance(null);
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        return readers.next();
    }

    private void judge(int scans) throws PictureProblem {
        if (width <= 0 || height <= 0 || scans > MAX_SCANS) {
            throw new PictureProblem(BROKEN);
        }
        boolean atOnce = format == PictureFormat.WEBP || scans > 1;
        long most = atOnce ? MAX_PIXELS_AT_ONCE : MAX_PIXELS;
        if (Math.max(width, height) > MAX_SIDE || (long) width * height > most) {
            throw new PictureProblem(PIXELS_MANY);
        }
    }

    /** As it is stored, before it is put upright. */
    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean isPhotograph() {
        return format == PictureFormat.JPEG;
    }

    Orientation orientation() throws IOException {
        return format == PictureFormat.JPEG ? Orientation.of(stream) : Orientation.UPRIGHT;
    }

    /** Decodes it, thinned out if it is large. */
    BufferedImage read() throws PictureProblem {
        try {
            ImageReadParam param = reader.getDefaultReadParam();
            int step = step();
            if (step > 1) {
                param.setSourceSubsampling(step, step, 0, 0);
            }
            return reader.read(0, param);
        } catch (IOException | RuntimeException broken) {
            // Readers meet what they did not foresee with any exception.
            throw new PictureProblem(BROKEN);
        }
    }

    private int step() throws IOException {
        long bytes = bytesPerPixel() * width * height;
        int step = 1;
        while (bytes / ((long) step * step) > MAX_BYTES_DECODED) {
            step++;
        }
        return step;
    }

    private long bytesPerPixel() throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            return 4;
        }
        int bits = types.next().getColorModel().getPixelSize();
        return Math.max(1, (bits + 7) / 8);
    }

    @Override
    public void close() {
        close(reader, stream);
    }

    private static void close(ImageReader reader, ImageInputStream stream) {
        reader.dispose();
        try {
            stream.close();
        } catch (IOException gone) {
            // it was only read
        }
    }
}
