package hilft.forum.attachment;

import hilft.forum.attachment.AttachmentStorage.StoredFile;
import hilft.forum.attachment.picture.Painted;
import hilft.forum.attachment.picture.PaintedPicture;
import hilft.forum.attachment.picture.PictureType;
import hilft.forum.attachment.picture.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The files of a picture: one for each size that differs. */
@ApplicationScoped
class AttachmentFiles {

    @Inject
    AttachmentStorage storage;

    /** Keeps all of them, or none when one cannot be kept. */
    void store(String key, PaintedPicture picture) throws IOException {
        try {
            store(key, Rendition.FULL, picture.type(), picture.full());
            if (!picture.displaysFull()) {
                store(key, Rendition.DISPLAY, picture.type(), picture.display());
            }
            store(key, Rendition.THUMBNAIL, picture.type(), picture.thumbnail());
        } catch (IOException incomplete) {
            try {
                remove(key);
            } catch (UncheckedIOException alsoFailed) {
                incomplete.addSuppressed(alsoFailed);
            }
            throw incomplete;
        }
    }

    private void store(String key, Rendition rendition, PictureType type, Painted painted) throws IOException {
        storage.store(name(key, rendition, type), painted.bytes());
    }

    StoredFile open(String key, Rendition rendition, PictureType type) throws IOException {
        return storage.open(name(key, rendition, type));
    }

    /** Whatever there is under the key. */
    void remove(String key) {
        try {
            for (Rendition rendition : Rendition.values()) {
                for (PictureType type : PictureType.values()) {
                    storage.remove(name(key, rendition, type));
                }
            }
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    private static String name(String key, Rendition rendition, PictureType type) {
        return key + "-" + rendition.name().toLowerCase(Locale.ROOT) + "." + type.extension();
    }
}
