package hilft.forum.attachment.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Files as people, cameras and attackers send them. */
public final class Originals {

    private Originals() {}

    /** Red at the upper left, green at the upper right, blue below. */
    public static BufferedImage drawing(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(width / 2, 0, width - width / 2, height / 2);
        graphics.dispose();
        return image;
    }

    static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return image;
    }

    public static byte[] png(BufferedImage image) {
        return written(image, "png");
    }

    public static byte[] jpeg(BufferedImage image) {
        return written(image, "jpeg");
    }

    static byte[] gif(BufferedImage image) {
        return written(image, "gif");
    }

    private static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] progressive(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** As a phone held upright writes it, with a place of home in it. */
    public static byte[] photograph(BufferedImage image, int orientation) {
        ByteArrayOutputStream tiff = new ByteArrayOutputStream();
        tiff.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 2});
        tiff.writeBytes(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
        byte[] secret = "GPS 52.5200 13.4050 Herr Krause\0".getBytes(ISO_8859_1);
        tiff.writeBytes(new byte[] {1, 0x0E, 0, 2, 0, 0, 0, (byte) secret.length, 0, 0, 0, 38});
        tiff.writeBytes(new byte[4]);
        tiff.writeBytes(secret);
        return withSegment(jpeg(image), 0xE1, join("Exif\0\0".getBytes(ISO_8859_1), tiff.toByteArray()));
    }

    /** Three megabytes of what calls itself a colour profile. */
    static byte[] withHugeProfile(byte[] jpeg) {
        byte[] with = jpeg;
        for (int i = 48; i >= 1; i--) {
            byte[] head = join("ICC_PROFILE\0".getBytes(ISO_8859_1), new byte[] {(byte) i, 48});
            with = withSegment(with, 0xE2, join(head, new byte[65_000]));
        }
        return with;
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(
                new byte[] {(byte) 0xFF, (byte) marker, (byte) ((payload.length + 2) >> 8), (byte) (payload.length + 2)
                });
        bytes.writeBytes(payload);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** A PNG of a few bytes that says how large it is and has nothing to show for it. */
    public static byte[] pngThatClaims(int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(bytes, "IHDR", header(width, height, 2));
        chunk(bytes, "IDAT", deflated(new byte[1000]));
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    /** A small PNG with a compressed text of 400 megabytes in it. */
    static byte[] pngWithTextBomb(boolean palette) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(bytes, "IHDR", header(4, 4, palette ? 3 : 2));
        chunk(bytes, "zTXt", join(new byte[] {'a', 0, 0}, deflated(400, new byte[1 << 20])));
        if (palette) {
            chunk(bytes, "PLTE", new byte[] {1, 2, 3});
        }
        chunk(bytes, "IDAT", deflated(new byte[4 * (palette ? 5 : 13)]));
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static byte[] header(int width, int height, int type) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(width);
            out.writeInt(height);
            out.write(new byte[] {8, (byte) type, 0, 0, 0});
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) {
        return deflated(1, bytes);
    }

    private static byte[] deflated(int times, byte[] bytes) {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(small)) {
            for (int i = 0; i < times; i++) {
                out.write(bytes);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return small.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream bytes, String name, byte[] content) {
        byte[] named = join(name.getBytes(ISO_8859_1), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        bytes.writeBytes(number(content.length));
        bytes.writeBytes(named);
        bytes.writeBytes(number((int) sum.getValue()));
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    public static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }
}
