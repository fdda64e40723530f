package hilft.forum.attachment;

import hilft.forum.attachment.picture.PaintedPicture;
import hilft.forum.attachment.picture.Painter;
import hilft.forum.attachment.picture.PictureProblem;
import hilft.forum.attachment.picture.SentPicture;
import hilft.forum.text.Markdown;
import hilft.forum.text.Picture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import static hilft.forum.attachment.AttachmentProblem.Reason.STORAGE_FULL;

/** What members do with pictures. */
@ApplicationScoped
public class Attachments {

    private static final System.Logger LOG = System.getLogger(Attachments.class.getName());
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

    @Inject
    AttachmentRows rows;

    @Inject
    AttachmentUses uses;

    @Inject
    AttachmentFiles files;

    @Inject
    AttachmentStorage storage;

    @Inject
    Darkroom darkroom;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "hilft.attachment.megabytes", defaultValue = "10")
    int megabytes;

    @Inject
    @ConfigProperty(name = "hilft.attachment.unused-hours", defaultValue = "360")
    int unusedHours;

    /**
     * Takes a picture, whatever it is called and said to be, and keeps it painted anew. Nothing is kept of what is refused.
     *
     * @param file what it was called, if anything
     * @param content read to its end or to one byte more than is allowed; the caller closes it
     * @throws AttachmentProblem when it is too large, no picture, one too many today, or there is no room for it
     * @throws IOException when what is sent breaks off
     */
    public AttachmentView upload(long memberId, @Nullable String file, InputStream content) throws IOException {
        return upload(memberId, file, content, Painter::paint);
    }

    /** As {@link #upload(long, String, InputStream)}, but the middle of it as a square, in the sizes of an avatar. */
    AttachmentView uploadSquare(long memberId, @Nullable String file, InputStream content) throws IOException {
        return upload(memberId, file, content, Painter::paintSquare);
    }

    private AttachmentView upload(long memberId, @Nullable String file, InputStream content, Darkroom.Way way)
            throws IOException {
        if (!storage.hasRoom(maxBytes())) {
            LOG.log(Level.WARNING, "a picture was refused: there is too little room where pictures are stored");
            throw new AttachmentProblem(STORAGE_FULL);
        }
        Path incoming = incoming();
        try {
            receive(content, incoming);
            return keep(memberId, AttachmentRules.name(file), incoming, way);
        } catch (PictureProblem refused) {
            throw AttachmentRules.refused(refused);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    /** How large a picture may be. */
    public long maxBytes() {
        return (long) megabytes << 20;
    }

    private Path incoming() {
        try {
            return storage.incoming();
        } catch (IOException unwritable) {
            throw full(unwritable);
        }
    }

    private void receive(InputStream content, Path incoming) throws IOException {
        byte[] piece = new byte[1 << 14];
        long length = 0;
        try (OutputStream out = writeTo(incoming)) {
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                length += read;
                if (length > maxBytes()) {
                    throw AttachmentRules.tooLarge(megabytes);
                }
                write(out, piece, read);
            }
        }
    }

    private static OutputStream writeTo(Path incoming) {
        try {
            return Files.newOutputStream(incoming);
        } catch (IOException unwritable) {
            throw full(unwritable);
        }
    }

    private static void write(OutputStream out, byte[] piece, int length) {
        try {
            out.write(piece, 0, length);
        } catch (IOException unwritable) {
            throw full(unwritable);
        }
    }

    private AttachmentView keep(long memberId, String name, Path incoming, Darkroom.Way way)
            throws IOException, PictureProblem {
        SentPicture.open(incoming).close();
        String key = UUID.randomUUID().toString().replace("-", "");
        Attachment announced = rows.announce(memberId, name, key);
        try {
            PaintedPicture picture = darkroom.paint(incoming, way);
            store(key, picture);
            return rows.store(announced.id(), picture);
        } catch (IOException | PictureProblem | RuntimeException failed) {
            rows.remove(announced, files);
            throw failed;
        }
    }

    private void store(String key, PaintedPicture picture) {
        try {
            files.store(key, picture);
        } catch (IOException unwritable) {
            throw full(unwritable);
        }
    }

    private static AttachmentProblem full(IOException unwritable) {
        LOG.log(Level.ERROR, "a picture cannot be stored", unwritable);
        return new AttachmentProblem(STORAGE_FULL);
    }

    /** The pictures of ours that a text names and its author may show, by the address the text has for them. */
    public Map<String, Picture> pictures(Markdown markdown, String text, @Nullable Long authorId) {
        return uses.pictures(markdown.pictures(text), authorId);
    }

    /** As {@link #pictures}, of a comment. */
    public Map<String, Picture> commentPictures(Markdown markdown, String text, @Nullable Long authorId) {
        return uses.pictures(markdown.commentPictures(text), authorId);
    }

    /** From now on a post or draft uses these pictures and no others; in the caller's transaction. */
    public void use(AttachmentPlace place, long id, Collection<Picture> pictures) {
        uses.replace(
                place,
                id,
                pictures.stream()
                        .flatMap(picture -> AttachmentRules.id(picture.url()).stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** Removes what was never stored, and what nothing has used for {@code hilft.attachment.unused-hours}. */
    public void forgetUnused() {
        sweep();
        Instant now = clock.instant();
        Instant announcedBefore = now.minus(LONGEST_UPLOAD);
        Instant unusedBefore = now.minus(Duration.ofHours(unusedHours));
        List<Long> found = rows.leftOver(announcedBefore, unusedBefore, 0);
        while (!found.isEmpty()) {
            found.forEach(this::remove);
            found = rows.leftOver(announcedBefore, unusedBefore, found.get(found.size() - 1));
        }
    }

    private void sweep() {
        try {
            storage.sweep();
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "what was on its way in cannot be removed", unreadable);
        }
    }

    /** Removes a picture that nothing uses any more. */
    void removeUnused(long id) {
        remove(id);
    }

    /** What cannot be removed now is found again next time. */
    private void remove(long id) {
        try {
            rows.find(id).ifPresent(attachment -> rows.remove(attachment, files));
        } catch (UncheckedIOException stays) {
            LOG.log(Level.WARNING, "the files of attachment " + id + " cannot be removed", stays);
        }
    }
}
