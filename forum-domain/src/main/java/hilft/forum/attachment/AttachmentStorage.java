package hilft.forum.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where the files of pictures are kept, each under a name of lower-case letters, digits, hyphens and a dot. */
public interface AttachmentStorage {

    /** Whether there is room for so many more bytes and something to spare. */
    boolean hasRoom(long bytes);

    /** A new file of this node for what is on its way in; whoever makes it removes it. */
    Path incoming() throws IOException;

    /** Keeps a file; when this returns, a power cut does not lose it, and nobody ever sees half of it. */
    void store(String name, byte[] bytes) throws IOException;

    /** Opens a file. */
    StoredFile open(String name) throws IOException;

    /** Removes a file, if it is there. */
    void remove(String name) throws IOException;

    /** Removes what was on its way in on this node and did not arrive. */
    void sweep() throws IOException;

    /** A file to read, with its length in bytes; whoever gets it closes it. */
    record StoredFile(InputStream content, long length) {}
}
