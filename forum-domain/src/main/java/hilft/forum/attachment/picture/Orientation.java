package hilft.forum.attachment.picture;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** How a camera was held (EXIF 2.32, tag 0x0112, 1 to 8): the picture is turned so that it stands upright without it. */
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);

    /** Of a JPEG file; what cannot be read says nothing. Leaves the stream where it was. */
    static Orientation of(ImageInputStream jpeg) throws IOException {
        jpeg.mark();
        try {
            List<JPEGSegment> segments = JPEGSegmentUtil.readSegments(jpeg, JPEG.APP1, "Exif");
            return segments.isEmpty() ? UPRIGHT : read(segments.get(0));
        } catch (IOException | RuntimeException unreadable) {
            return UPRIGHT;
        } finally {
            jpeg.reset();
        }
    }

    private static Orientation read(JPEGSegment segment) throws IOException {
        InputStream exif = segment.data();
        exif.skipNBytes(1); // the padding after "Exif"
        try (ImageInputStream tiff = new MemoryCacheImageInputStream(exif)) {
            Directory directory = new TIFFReader().read(tiff);
            Entry entry = directory.getEntryById(TIFF.TAG_ORIENTATION);
            return entry != null && entry.getValue() instanceof Number value && isKnown(value.intValue())
                    ? new Orientation(value.intValue())
                    : UPRIGHT;
        }
    }

    private static boolean isKnown(int value) {
        return value >= 1 && value <= 8;
    }

    boolean isUpright() {
        return value == 1;
    }

    /** Whether width and height change places. */
    boolean turnsOver() {
        return value >= 5;
    }

    /** Puts a picture of this size, as it is stored, upright into a corner at 0, 0. */
    AffineTransform transform(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
