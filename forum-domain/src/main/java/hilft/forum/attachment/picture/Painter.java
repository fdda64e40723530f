package hilft.forum.attachment.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import static hilft.forum.attachment.picture.Rendition.DISPLAY;
import static hilft.forum.attachment.picture.Rendition.FULL;
import static hilft.forum.attachment.picture.Rendition.THUMBNAIL;
import static java.awt.Color.WHITE;

/** Paints a sent picture anew: upright, in sRGB, in the sizes that are kept. */
public final class Painter {

    /** What a screenshot needs at most; a photograph as PNG needs more and is better off as JPEG. */
    private static final int MAX_PNG = 2 << 20;

    /** An avatar on a profile, sharp on dense screens; and beside a post. */
    private static final int SQUARE = 288;

    private static final int SMALL_SQUARE = 96;

    private static final float QUALITY = 0.85f;

    private Painter() {}

    /**
     * Takes up to about 100 MB and a second of one processor.
     *
     * @throws IOException when the file itself cannot be read
     */
    public static PaintedPicture paint(Path file) throws IOException, PictureProblem {
        try (SentPicture sent = SentPicture.open(file)) {
            Orientation orientation = sent.orientation();
            BufferedImage full = upright(shrink(sent.read(), FULL.longest()), orientation);
            Optional<byte[]> png = sent.isPhotograph() ? Optional.empty() : png(full);
            PictureType type = png.isPresent() ? PictureType.PNG : PictureType.JPEG;
            Painted whole = painted(full, png.orElseGet(() -> jpeg(full)));
            BufferedImage display = shrink(full, DISPLAY.longest());
            Painted shown = display == full ? whole : painted(display, encode(display, type));
            BufferedImage thumbnail = shrink(display, THUMBNAIL.longest());
            return new PaintedPicture(type, whole, shown, painted(thumbnail, encode(thumbnail, type)));
        }
    }

    /**
     * The middle of the picture as a square, for avatars: 288 pixels wide at most, and 96 as a thumbnail. Takes as much as
     * {@link #paint}.
     *
     * @throws IOException when the file itself cannot be read
     */
    public static PaintedPicture paintSquare(Path file) throws IOException, PictureProblem {
        try (SentPicture sent = SentPicture.open(file)) {
            Orientation orientation = sent.orientation();
            BufferedImage square = shrink(square(upright(shrink(sent.read(), FULL.longest()), orientation)), SQUARE);
            BufferedImage thumbnail = shrink(square, SMALL_SQUARE);
            Painted whole = painted(square, jpeg(square));
            return new PaintedPicture(PictureType.JPEG, whole, whole, painted(thumbnail, jpeg(thumbnail)));
        }
    }

    private static BufferedImage square(BufferedImage image) {
        int side = Math.min(image.getWidth(), image.getHeight());
        return image.getSubimage((image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side);
    }

    private static Painted painted(BufferedImage image, byte[] bytes) {
        return new Painted(bytes, image.getWidth(), image.getHeight());
    }

    /** By halves, so that every pixel has its share in the result; a picture that is small enough is only painted over. */
    private static BufferedImage shrink(BufferedImage image, int longest) {
        BufferedImage now = image;
        while (true) {
            int longer = Math.max(now.getWidth(), now.getHeight());
            if (longer <= longest) {
                return isOurs(now) ? now : scale(now, now.getWidth(), now.getHeight());
            }
            double factor = Math.max(0.5, (double) longest / longer);
            now = scale(now, part(now.getWidth(), factor), part(now.getHeight(), factor));
        }
    }

    private static int part(int length, double factor) {
        return (int) Math.max(1, Math.round(length * factor));
    }

    private static boolean isOurs(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_INT_RGB || image.getType() == BufferedImage.TYPE_INT_ARGB;
    }

    private static BufferedImage scale(BufferedImage image, int width, int height) {
        BufferedImage scaled = blank(image, width, height);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return scaled;
    }

    private static BufferedImage upright(BufferedImage image, Orientation orientation) {
        if (orientation.isUpright()) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage turned = orientation.turnsOver() ? blank(image, height, width) : blank(image, width, height);
        AffineTransform transform = orientation.transform(width, height);
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(image, transform, null);
        graphics.dispose();
        return turned;
    }

    private static BufferedImage blank(BufferedImage like, int width, int height) {
        boolean transparent = like.getColorModel().hasAlpha();
        return new BufferedImage(width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    private static byte[] encode(BufferedImage image, PictureType type) {
        return type == PictureType.JPEG
                ? jpeg(image)
                : png(image, Integer.MAX_VALUE).orElseThrow();
    }

    private static Optional<byte[]> png(BufferedImage image) {
        return png(image, MAX_PNG);
    }

    private static Optional<byte[]> png(BufferedImage image, int max) {
        Bounded bytes = new Bounded(max);
        write(image, "png", bytes);
        return bytes.isFull() ? Optional.empty() : Optional.of(bytes.toByteArray());
    }

    private static byte[] jpeg(BufferedImage image) {
        Bounded bytes = new Bounded(Integer.MAX_VALUE);
        write(opaque(image), "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage opaque(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return image;
        }
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, WHITE, null);
        graphics.dispose();
        return opaque;
    }

    private static void write(BufferedImage image, String format, Bounded bytes) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.addIIOWriteProgressListener(bytes);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
    }
}
