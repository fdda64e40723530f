package hilft.forum.attachment;

import hilft.forum.attachment.AttachmentStorage.StoredFile;
import hilft.forum.attachment.picture.PictureType;
import hilft.forum.attachment.picture.Rendition;
import hilft.forum.shared.IdList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads pictures. */
@ApplicationScoped
public class AttachmentQueries {

    /** Whether the picture {@code a} stands for a member, or a post or comment that everybody may read shows it. */
    static final String IS_PUBLIC = """
            (exists (select 1 from attachment_use u where u.attachment_id = a.id and u.place = 'avatar') or
            exists (select 1 from attachment_use u
              left join comment c on u.place = 'comment' and c.id = u.place_id and c.hidden_at is null
                and c.withdrawn_at is null
              left join answer p on p.hidden_at is null and p.id = case u.place when 'answer' then u.place_id
                when 'comment' then case c.post_type when 'ANSWER' then c.post_id end end
              join question q on q.hidden_at is null and q.id = case u.place when 'question' then u.place_id
                when 'comment' then case c.post_type when 'QUESTION' then c.post_id else p.question_id end
                else p.question_id end
              where u.attachment_id = a.id))""";

    private static final String FIND = """
            select a.uploader_id, a.name, a.storage_key, a.type, a.width, a.height, a.full_width, a.full_height, %s,
              (select group_concat(distinct q.category_id) from attachment_use u
                left join answer p on u.place = 'answer' and p.id = u.place_id
                left join comment c on u.place = 'comment' and c.id = u.place_id
                join question q on q.id = case u.place when 'question' then u.place_id else coalesce(p.question_id, c.question_id) end
                where u.attachment_id = a.id)
            from attachment a where a.id = ? and a.stored_at is not null
            """.formatted(IS_PUBLIC);

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    AttachmentFiles files;

    /** Who may see it is for {@link StoredAttachment#isFor} to say. */
    @SuppressWarnings("unchecked")
    public Optional<StoredAttachment> find(long id) {
        List<Object[]> rows =
                entityManager.createNativeQuery(FIND).setParameter(1, id).getResultList();
        return rows.stream().map(row -> stored(id, row)).findFirst();
    }

    private static StoredAttachment stored(long id, Object[] row) {
        AttachmentView view = new AttachmentView(
                id,
                (String) row[1],
                PictureType.valueOf((String) row[3]),
                number(row[4]),
                number(row[5]),
                number(row[6]),
                number(row[7]));
        return new StoredAttachment(
                view, ((Number) row[0]).longValue(), (String) row[2], number(row[8]) > 0, IdList.read((String) row[9]));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    /**
     * The bytes of one size, which never change; whoever opens them closes them.
     *
     * @throws IOException when the file is not there
     */
    public StoredFile open(StoredAttachment attachment, Rendition rendition) throws IOException {
        AttachmentView view = attachment.view();
        Rendition kept = rendition == Rendition.DISPLAY && view.displaysFull() ? Rendition.FULL : rendition;
        return files.open(attachment.storageKey(), kept, view.type());
    }
}
