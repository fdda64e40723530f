package hilft.shared;

import hilft.forum.attachment.AttachmentPlace;
import hilft.forum.attachment.AttachmentProblem;
import hilft.forum.attachment.AttachmentQueries;
import hilft.forum.attachment.AttachmentView;
import hilft.forum.attachment.Attachments;
import hilft.forum.category.Categories;
import hilft.forum.category.CategoryText;
import hilft.forum.member.Members;
import hilft.forum.member.Role;
import hilft.forum.member.SignIn;
import hilft.forum.member.Viewer;
import hilft.forum.question.QuestionText;
import hilft.forum.question.Questions;
import hilft.forum.text.Picture;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** What is in the folder and what is in the database are the same pictures, and none is kept for nothing. */
@ArquillianTest
class AttachmentsIT {

    private static final String BODY = "So sieht mein Router von hinten aus: ";

    @Inject
    Attachments attachments;

    @Inject
    AttachmentQueries queries;

    @Inject
    Questions questions;

    @Inject
    Categories categories;

    @Inject
    Members members;

    @Resource(lookup = "java:app/jdbc/hilft")
    DataSource dataSource;

    @Inject
    @ConfigProperty(name = "hilft.attachment.directory")
    String folder;

    @Deployment
    static WebArchive deployment() {
        return Deployments.shared();
    }

    @Test
    void whatNothingUsesGoesWithItsFiles() throws Exception {
        Viewer member = join();
        AttachmentView fresh = upload(member);
        AttachmentView forgotten = upload(member);
        AttachmentView drafted = upload(member);
        AttachmentView commented = upload(member);
        AttachmentView shown = upload(member);
        AttachmentView removed = upload(member);
        attachments.use(AttachmentPlace.DRAFT, drafted.id(), List.of(picture(drafted)));
        attachments.use(AttachmentPlace.COMMENT, commented.id(), List.of(picture(commented)));
        long asked = questions.ask(member.id(), text(shown.markdown() + " " + removed.markdown()));
        questions.edit(asked, text(shown.markdown()), "", 1, member);
        for (AttachmentView old : List.of(forgotten, drafted, commented, shown, removed)) {
            age(old, 361);
        }
        age(fresh, 359);
        int files = files();

        attachments.forgetUnused();

        assertThat(Stream.of(fresh, forgotten, drafted, commented, shown, removed)
                        .map(view -> queries.find(view.id()).isPresent()))
                .containsExactly(true, false, true, true, true, true);
        assertThat(files() - files).isEqualTo(-2);
        attachments.use(AttachmentPlace.DRAFT, drafted.id(), List.of());
        attachments.use(AttachmentPlace.COMMENT, commented.id(), List.of());
        attachments.forgetUnused();
        assertThat(queries.find(drafted.id())).isEmpty();
        assertThat(queries.find(commented.id())).as("has no earlier versions").isEmpty();
    }

    @Test
    void whatWasInterruptedIsSweptUp() throws Exception {
        Viewer member = join();
        AttachmentView half = upload(member);
        execute("update attachment set stored_at = null, announced_at = announced_at - interval 61 minute where id = "
                + half.id());
        assertThat(queries.find(half.id())).isEmpty();

        attachments.forgetUnused();

        assertThat(count("select count(*) from attachment where id = " + half.id()))
                .isZero();
    }

    @Test
    void whatIsRefusedLeavesNothing() throws Exception {
        Viewer member = join();
        int files = files();
        InputStream breaksOff = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatIOException().isThrownBy(() -> attachments.upload(member.id(), "a.png", breaksOff));
        assertThatExceptionOfType(AttachmentProblem.class)
                .isThrownBy(() -> attachments.upload(member.id(), "a.png", new ByteArrayInputStream(broken())));
        assertThat(files()).isEqualTo(files);
        assertThat(count("select count(*) from attachment where uploader_id = " + member.id()))
                .isZero();
    }

    @Test
    void aDayHasAnEndAndTomorrowIsAnother() throws Exception {
        Viewer member = join();
        AttachmentView one = upload(member);
        execute("insert into attachment (id, uploader_id, name, storage_key, announced_at, width, height, full_width,"
                + " full_height) select next value for attachment_seq * 50 + 1000000000, " + member.id()
                + ", 'a', 'x', utc_timestamp(6), 1, 1, 1, 1 from seq_1_to_99");
        assertThatExceptionOfType(AttachmentProblem.class)
                .isThrownBy(() -> upload(member))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("attachment.too_many");
                    assertThat(problem.retryAfterSeconds()).isBetween(1L, 90_001L);
                });
        age(one, 48);
        assertThat(upload(member).id()).isGreaterThan(one.id());
        execute("delete from attachment where uploader_id = " + member.id() + " and stored_at is null");
    }

    private AttachmentView upload(Viewer member) throws IOException {
        return attachments.upload(member.id(), "Router.png", new ByteArrayInputStream(png()));
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] broken() throws IOException {
        byte[] png = png();
        return Arrays.copyOf(png, png.length / 2);
    }

    private static Picture picture(AttachmentView view) {
        return new Picture(view.url(), view.url(), view.width(), view.height());
    }

    private QuestionText text(String markdown) {
        return new QuestionText("Wohin kommt das gelbe Kabel?", category(), List.of(), BODY + markdown);
    }

    private String category() {
        String slug = "bilder-" + UUID.randomUUID().toString().substring(0, 8);
        Viewer admin = Viewer.of(join().id(), Set.of(Role.ADMIN));
        categories.create(new CategoryText(slug, "wifi", "Bilder", "Pictures", "Nur zum Prüfen", "For tests"), admin);
        return slug;
    }

    private Viewer join() {
        String subject = UUID.randomUUID().toString();
        long id = members.signIn(
                        new SignIn(subject, "Paula Bild", subject + "@example.org", true, Set.of(Role.CUSTOMER), "de"))
                .id();
        return Viewer.of(id, Set.of(Role.CUSTOMER));
    }

    private void age(AttachmentView view, int hours) throws SQLException {
        execute("update attachment set announced_at = announced_at - interval " + hours + " hour where id = "
                + view.id());
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private int files() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return (int) all.filter(Files::isRegularFile).count();
        }
    }
}
