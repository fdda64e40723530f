package hilft.web.faces.kept;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A piece of a page, plain and, once somebody has asked for it, packed in itself: pieces that were packed one by one make
 * one gzip stream in any order.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1951">RFC 1951, blocks</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952, members</a>
 */
final class Piece {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final byte[] LAST_BLOCK = {3, 0};
    private static final int TRAILER = 8;

    private final byte[] plain;
    private volatile byte @Nullable [] packed;

    private Piece(byte[] plain, byte @Nullable [] packed) {
        this.plain = plain;
        this.packed = packed;
    }

    static Piece of(byte[] plain) {
        return new Piece(plain, null);
    }

    byte[] plain() {
        return plain;
    }

    /** About how many bytes of memory it takes, packed as well. */
    int weight() {
        return plain.length + plain.length / 4;
    }

    /** Not before it is asked for: many a page is asked for only once. */
    private byte[] packed() {
        byte[] known = packed;
        if (known == null) {
            known = pack(plain);
            packed = known;
        }
        return known;
    }

    private static byte[] pack(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(plain);
            ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4 + 64);
            byte[] some = new byte[4_096];
            int length;
            do {
                // ends at a whole byte
                length = deflater.deflate(some, 0, some.length, Deflater.SYNC_FLUSH);
                packed.write(some, 0, length);
            } while (length == some.length);
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** At most 65,535 bytes that are not worth packing: a block that holds them as they are. */
    static Piece stored(String text) {
        byte[] plain = text.getBytes(UTF_8);
        if (plain.length > 0xffff) {
            throw new IllegalArgumentException("A stored block cannot hold " + plain.length + " bytes");
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length + 5);
        packed.write(0);
        writeLow(plain.length, 2, packed);
        writeLow(~plain.length, 2, packed);
        packed.write(plain, 0, plain.length);
        return new Piece(plain, packed.toByteArray());
    }

    /** Of all pieces as one gzip stream. */
    static int gzipLength(List<Piece> pieces) {
        return HEADER.length
                + pieces.stream().mapToInt(piece -> piece.packed().length).sum()
                + LAST_BLOCK.length
                + TRAILER;
    }

    static void gzip(List<Piece> pieces, OutputStream out) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(gzipLength(pieces));
        whole.writeBytes(HEADER);
        CRC32 check = new CRC32();
        int length = 0;
        for (Piece piece : pieces) {
            whole.writeBytes(piece.packed());
            check.update(piece.plain);
            length += piece.plain.length;
        }
        whole.writeBytes(LAST_BLOCK);
        writeLow(check.getValue(), 4, whole);
        writeLow(length, 4, whole);
        whole.writeTo(out);
    }

    private static void writeLow(long number, int bytes, ByteArrayOutputStream out) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (number >> (8 * i)));
        }
    }
}
