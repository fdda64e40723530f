package hilft.forum.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NoRoomForAPictureTest {
    private final Attachments attachments = new Attachments();
    private boolean room;

    NoRoomForAPictureTest() {
        attachments.storage = new AttachmentStorage() {
            @Override
            public boolean hasRoom(long bytes) {
                return room;
            }

            @Override
            public Path incoming() throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void store(String name, byte[] bytes) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public StoredFile open(String name) throws IOException {
                throw new IOException(name);
            }

            @Override
            public void remove(String name) {}

            @Override
            public void sweep() {}
        };
    }

    @Test
    void itIsRefusedBeforeAByteIsRead() {
        InputStream unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };
        assertIsRefused(unread);
    }

    @Test
    void itIsRefusedWhenTheLastRoomWasTakenMeanwhile() {
        room = true;
        assertIsRefused(new ByteArrayInputStream(new byte[] {1, 2, 3}));
    }

    private void assertIsRefused(InputStream content) {
        assertThatThrownBy(() -> attachments.upload(1, "a.png", content))
                .isInstanceOfSatisfying(
                        AttachmentProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo("attachment.storage_full"));
    }
}
