package hilft.forum.attachment.picture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** How often a JPEG goes over its picture: once, or again and again to show it coarsely first. */
final class JpegScans {

    private static final int MARKER = 0xFF;
    private static final int START_OF_SCAN = 0xDA;

    private JpegScans() {}

    /** At least as many as there are: the marker cannot stand inside of a scan, but in what else a file carries. */
    static int count(Path file) throws IOException {
        int scans = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int before = 0;
            for (int now = in.read(); now >= 0; now = in.read()) {
                scans += before == MARKER && now == START_OF_SCAN ? 1 : 0;
                before = now;
            }
        }
        return scans;
    }
}
