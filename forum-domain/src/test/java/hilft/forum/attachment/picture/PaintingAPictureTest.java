package hilft.forum.attachment.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static hilft.forum.attachment.picture.Originals.drawing;
import static hilft.forum.attachment.picture.Originals.gif;
import static hilft.forum.attachment.picture.Originals.join;
import static hilft.forum.attachment.picture.Originals.jpeg;
import static hilft.forum.attachment.picture.Originals.noise;
import static hilft.forum.attachment.picture.Originals.photograph;
import static hilft.forum.attachment.picture.Originals.png;
import static hilft.forum.attachment.picture.Originals.pngThatClaims;
import static hilft.forum.attachment.picture.Originals.pngWithTextBomb;
import static hilft.forum.attachment.picture.Originals.progressive;
import static hilft.forum.attachment.picture.Originals.withHugeProfile;
import static hilft.forum.attachment.picture.PictureProblem.Reason.BROKEN;
import static hilft.forum.attachment.picture.PictureProblem.Reason.PIXELS_MANY;
import static hilft.forum.attachment.picture.PictureProblem.Reason.TYPE_HEIF;
import static hilft.forum.attachment.picture.PictureProblem.Reason.TYPE_UNKNOWN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Whatever a file is called, its content decides, and nothing of it is kept but what can be seen. */
class PaintingAPictureTest {

    /** 64 by 48 pixels, red, green and blue like the drawings; a browser made it. */
    private static final byte[] WEBP = Base64.getDecoder()
            .decode(
                    "UklGRmICAABXRUJQVlA4WAoAAAAgAAAAPwAALwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggdAAAADAHAJ0BKkAAMAA+MRSIQqIhIRgEACADBKANDJeP4B+AGrzcA/AD9a/4ByAXYD9gP4Bn/YQILnBYfkPJ9/UwbkpEAAD+96JCeAZFg4QoOpLaY+PW/AjBy9ixssIWAUg7T+oZkJ7nc6JPJLknjKBEwgAzaAAA");

    @TempDir
    Path folder;

    @Test
    void anAvatarIsTheMiddleOfItsPicture() throws Exception {
        BufferedImage wide = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 900; x++) {
            for (int y = 0; y < 300; y++) {
                wide.setRGB(x, y, (x < 300 ? Color.RED : x < 600 ? Color.GREEN : Color.BLUE).getRGB());
            }
        }
        Path file = Files.write(folder.resolve("avatar"), png(wide));
        PaintedPicture picture = Painter.paintSquare(file);
        assertThat(picture.type()).isEqualTo(PictureType.JPEG);
        assertThat(picture.displaysFull()).isTrue();
        assertThat(List.of(picture.full().width(), picture.full().height())).containsExactly(288, 288);
        assertThat(List.of(picture.thumbnail().width(), picture.thumbnail().height()))
                .containsExactly(96, 96);
        for (int corner : new int[] {0, 95}) {
            Color seen = new Color(read(picture.thumbnail()).getRGB(corner, corner));
            assertThat(seen.getGreen()).isGreaterThan(200);
            assertThat(seen.getRed() + seen.getBlue()).isLessThan(120);
        }
        assertThat(Painter.paintSquare(Files.write(folder.resolve("small"), png(drawing(20, 30))))
                        .full()
                        .width())
                .as("none is larger than its original")
                .isEqualTo(20);
    }

    @Test
    void aScreenshotStaysWhatItIs() throws Exception {
        PaintedPicture picture = paint(png(drawing(1080, 1400)));
        assertThat(picture.type()).isEqualTo(PictureType.PNG);
        assertThat(picture.displaysFull()).isTrue();
        assertThat(picture.full().width()).isEqualTo(1080);
        assertThat(picture.thumbnail().height()).isEqualTo(320);
        assertThat(picture.thumbnail().width()).isEqualTo(247);
        assertThat(read(picture.full()).getRGB(10, 10)).isEqualTo(Color.RED.getRGB());
    }

    @Test
    void whatIsTransparentStaysSo() throws Exception {
        BufferedImage clear = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(5, 5, Color.RED.getRGB());
        BufferedImage painted = read(paint(png(clear)).full());
        assertThat(painted.getRGB(0, 0) >>> 24).isZero();
        assertThat(painted.getRGB(5, 5)).isEqualTo(Color.RED.getRGB());
    }

    @Test
    void aLargePhotographIsKeptInThreeSizes() throws Exception {
        PaintedPicture picture = paint(jpeg(drawing(4000, 3000)));
        assertThat(picture.type()).isEqualTo(PictureType.JPEG);
        assertThat(sizes(picture)).containsExactly("3200x2400", "1600x1200", "320x240");
        assertThat(read(picture.display()).getWidth()).isEqualTo(1600);
    }

    @Test
    void aPhotographThatSomebodySavedAsPngBecomesSmall() throws Exception {
        byte[] sent = png(noise(1200, 1000));
        PaintedPicture picture = paint(sent);
        assertThat(picture.type()).isEqualTo(PictureType.JPEG);
        assertThat(picture.full().bytes().length).isLessThan(sent.length / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void itStandsUprightHoweverTheCameraWasHeld(int orientation) throws Exception {
        PaintedPicture picture = paint(photograph(stored(orientation), orientation));
        assertThat(picture.full().width()).isEqualTo(80);
        assertThat(picture.full().height()).isEqualTo(60);
        BufferedImage seen = read(picture.full());
        assertThat(colour(seen, 20, 15)).isEqualTo("red");
        assertThat(colour(seen, 60, 15)).isEqualTo("green");
        assertThat(colour(seen, 40, 45)).isEqualTo("blue");
    }

    /** What a camera held like this stores of the upright drawing. */
    private static BufferedImage stored(int orientation) {
        BufferedImage upright = drawing(80, 60);
        boolean turned = orientation >= 5;
        BufferedImage image = new BufferedImage(turned ? 60 : 80, turned ? 80 : 60, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 80; x++) {
                int right = 79 - x;
                int below = 59 - y;
                int[] to = switch (orientation) {
                    case 2 -> new int[] {right, y};
                    case 3 -> new int[] {right, below};
                    case 4 -> new int[] {x, below};
                    case 5 -> new int[] {y, x};
                    case 6 -> new int[] {y, right};
                    case 7 -> new int[] {below, right};
                    case 8 -> new int[] {below, x};
                    default -> new int[] {x, y};
                };
                image.setRGB(to[0], to[1], upright.getRGB(x, y));
            }
        }
        return image;
    }

    @Test
    void nothingOfTheCamerasNotesIsKept() throws Exception {
        byte[] sent = photograph(drawing(80, 60), 1);
        assertThat(new String(sent, ISO_8859_1)).contains("Herr Krause");
        PaintedPicture picture = paint(sent);
        for (Painted size : List.of(picture.full(), picture.display(), picture.thumbnail())) {
            assertThat(new String(size.bytes(), ISO_8859_1)).doesNotContain("Krause", "Exif", "GPS");
        }
    }

    @Test
    void webpIsReadAndKeptAsWhatEveryProgramReads() throws Exception {
        PaintedPicture picture = paint(WEBP);
        assertThat(picture.full().width()).isEqualTo(64);
        BufferedImage seen = read(picture.full());
        assertThat(colour(seen, 16, 12)).isEqualTo("red");
        assertThat(colour(seen, 48, 12)).isEqualTo("green");
        assertThat(colour(seen, 32, 36)).isEqualTo("blue");
    }

    @Test
    void aPictureThatIsAlsoSomethingElseIsOnlyAPictureAfterwards() throws Exception {
        byte[] script = "/*<script>alert(document.domain)</script>*/".getBytes(ISO_8859_1);
        for (byte[] innocent : List.of(gif(drawing(50, 50)), png(drawing(50, 50)), jpeg(drawing(50, 50)))) {
            PaintedPicture picture = paint(join(innocent, script));
            assertThat(new String(picture.full().bytes(), ISO_8859_1)).doesNotContain("script", "alert");
            assertThat(picture.type()).isIn((Object[]) PictureType.values());
        }
    }

    static Stream<Object[]> strangers() {
        return Stream.of(
                new Object[] {"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", TYPE_UNKNOWN},
                new Object[] {"<?xml version='1.0'?><svg onload='alert(1)'/>", TYPE_UNKNOWN},
                new Object[] {"<!doctype html><script>alert(1)</script>", TYPE_UNKNOWN},
                new Object[] {"GIF8 is how it begins", TYPE_UNKNOWN},
                new Object[] {"%PDF-1.7", TYPE_UNKNOWN},
                new Object[] {"RIFF1234WAVEfmt ", TYPE_UNKNOWN},
                new Object[] {"", TYPE_UNKNOWN},
                new Object[] {"\u0000\u0000\u0000\u0018ftypheic\u0000\u0000", TYPE_HEIF},
                new Object[] {"\u0000\u0000\u0000\u001Cftypavif\u0000\u0000", TYPE_HEIF},
                new Object[] {"GIF89a=1;alert(document.domain)//", BROKEN},
                new Object[] {"\u00FF\u00D8\u00FF\u00E0 no picture", BROKEN},
                new Object[] {"\u0089PNG\r\n\u001A\n and then nothing", BROKEN},
                new Object[] {"RIFF0000WEBPVP8 00", BROKEN});
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void whatIsNoPictureIsRefusedWhateverItIsCalled(String content, PictureProblem.Reason reason) {
        assertRefused(content.getBytes(ISO_8859_1), reason);
    }

    static Stream<byte[]> claims() {
        return Stream.of(
                pngThatClaims(50_000, 50_000),
                pngThatClaims(7_100, 7_100),
                pngThatClaims(40_000_000, 1),
                pngThatClaims(1, 20_001),
                pngThatClaims(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void whatUnfoldsIsNotUnfolded(byte[] bomb) {
        long before = allocated();
        assertRefused(bomb, PIXELS_MANY);
        assertThat(allocated() - before).isLessThan(4 << 20);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTextInsideIsNotUnpacked(boolean palette) throws Exception {
        byte[] bomb = pngWithTextBomb(palette);
        long before = allocated();
        assertThat(paint(bomb).full().width()).isEqualTo(4);
        assertThat(allocated() - before).isLessThan(16 << 20);
    }

    @Test
    void aPictureThatBreaksOffIsRefusedOrShownAsFarAsItGoes() throws Exception {
        byte[] whole = jpeg(noise(400, 400));
        assertRefused(Arrays.copyOf(whole, 300), BROKEN);
        assertRefused(Arrays.copyOf(png(noise(400, 400)), 5_000), BROKEN);
        assertThat(paint(Arrays.copyOf(whole, whole.length / 2)).full().width()).isEqualTo(400);
    }

    @Test
    void aHugeProfileHurtsNobody() throws Exception {
        PaintedPicture picture = paint(withHugeProfile(jpeg(drawing(80, 60))));
        assertThat(picture.full().bytes().length).isLessThan(20_000);
        assertThat(colour(read(picture.full()), 20, 15)).isEqualTo("red");
    }

    @Test
    void severalScansAreFineAndThousandsAreNot() throws Exception {
        byte[] honest = progressive(drawing(400, 300));
        assertThat(paint(honest).full().width()).isEqualTo(400);
        byte[] scan = {(byte) 0xFF, (byte) 0xDA};
        byte[] many = honest;
        for (int i = 0; i < 101; i++) {
            many = join(many, scan);
        }
        assertRefused(many, BROKEN);
    }

    private PaintedPicture paint(byte[] sent) throws IOException, PictureProblem {
        Path file = folder.resolve("sent");
        Files.write(file, sent);
        return Painter.paint(file);
    }

    private void assertRefused(byte[] sent, PictureProblem.Reason reason) {
        assertThatExceptionOfType(PictureProblem.class)
                .isThrownBy(() -> paint(sent))
                .extracting(PictureProblem::reason)
                .isEqualTo(reason);
    }

    private static BufferedImage read(Painted painted) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(painted.bytes()));
    }

    private static List<String> sizes(PaintedPicture picture) {
        return Stream.of(picture.full(), picture.display(), picture.thumbnail())
                .map(size -> size.width() + "x" + size.height())
                .toList();
    }

    private static String colour(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        if (colour.getRed() > 180) return "red";
        if (colour.getGreen() > 180) return "green";
        return colour.getBlue() > 180 ? "blue" : colour.toString();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
