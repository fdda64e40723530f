package hilft.forum.attachment.picture;

import java.util.Arrays;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** What kind of picture a file is, by its first bytes; names and declared types are hearsay. */
enum PictureFormat {
    JPEG,
    PNG,
    GIF,
    WEBP,

    /** HEIC and AVIF, which phones make and nothing here reads. */
    HEIF;

    static final int HEAD = 16;

    static Optional<PictureFormat> of(byte[] head) {
        String text = new String(head, ISO_8859_1);
        if (text.startsWith("\u00FF\u00D8\u00FF")) return Optional.of(JPEG);
        if (text.startsWith("\u0089PNG\r\n\u001A\n")) return Optional.of(PNG);
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) return Optional.of(GIF);
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) return Optional.of(WEBP);
        if (text.startsWith("ftyp", 4) && isHeif(text, 8)) return Optional.of(HEIF);
        return Optional.empty();
    }

    private static boolean isHeif(String text, int at) {
        return Arrays.stream(new String[] {"heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis"})
                .anyMatch(brand -> text.startsWith(brand, at));
    }
}
