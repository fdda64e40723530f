package hilft.forum.attachment.picture;

import java.io.ByteArrayOutputStream;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOWriteProgressListener;

/** Bytes up to a bound; beyond it the writer is told to stop and the rest is dropped. */
final class Bounded extends ByteArrayOutputStream implements IIOWriteProgressListener {

    private final int max;
    private boolean full;

    Bounded(int max) {
        this.max = max;
    }

    boolean isFull() {
        return full;
    }

    @Override
    public synchronized void write(int one) {
        if (hasPlace(1)) {
            super.write(one);
        }
    }

    @Override
    public synchronized void write(byte[] more, int offset, int length) {
        if (hasPlace(length)) {
            super.write(more, offset, length);
        }
    }

    private boolean hasPlace(int length) {
        full |= length > max - count;
        return !full;
    }

    @Override
    public void imageProgress(ImageWriter source, float percentageDone) {
        if (full) {
            source.abort();
        }
    }

    @Override
    public void imageStarted(ImageWriter source, int imageIndex) {}

    @Override
    public void imageComplete(ImageWriter source) {}

    @Override
    public void thumbnailStarted(ImageWriter source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageWriter source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageWriter source) {}

    @Override
    public void writeAborted(ImageWriter source) {}
}
