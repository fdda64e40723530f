package hilft.forum.attachment;

import hilft.forum.attachment.picture.PaintedPicture;
import hilft.forum.attachment.picture.Painter;
import hilft.forum.attachment.picture.PictureProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import static hilft.forum.attachment.AttachmentProblem.Reason.BUSY;

/** Where one picture at a time is painted: it takes a third of a node's heap. A few wait for a moment, others come again. */
@ApplicationScoped
class Darkroom {

    private static final int QUEUE = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final Semaphore place = new Semaphore(1, true);

    PaintedPicture paint(Path file, Way way) throws IOException, PictureProblem {
        if (!enter()) {
            throw new AttachmentProblem(BUSY, COME_AGAIN);
        }
        try {
            return way.paint(file);
        } finally {
            place.release();
        }
    }

    /** One of {@link Painter}'s. */
    interface Way {
        PaintedPicture paint(Path file) throws IOException, PictureProblem;
    }

    private boolean enter() {
        try {
            return place.getQueueLength() < QUEUE && place.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
