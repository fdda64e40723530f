package hilft.forum.attachment;

import hilft.forum.attachment.picture.PictureType;
import hilft.forum.text.Picture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.joining;

/** Which posts and drafts use which pictures. */
@ApplicationScoped
@Transactional
class AttachmentUses {

    /** Nobody writes more; what a text names beyond it is a link. */
    private static final int MOST = 200;

    private static final String SHOWABLE = """
            select a.id, a.name, a.type, a.width, a.height, a.full_width, a.full_height
            from attachment a
            where a.id in (%s) and a.stored_at is not null and (a.uploader_id = ? or %s)
            """;
    private static final String AT = "select attachment_id from attachment_use where place = ? and place_id = ?";
    private static final String FORGET = "delete from attachment_use where place = ? and place_id = ?";
    private static final String USED = "update attachment set used_at = coalesce(used_at, ?) where id = ?";

    // nothing for one that has been removed as unused at this very moment
    private static final String USE =
            "insert into attachment_use (attachment_id, place, place_id) select id, ?, ? from attachment where id = ?";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Clock clock;

    Map<String, Picture> pictures(Collection<String> addresses, @Nullable Long authorId) {
        Map<String, Long> ids = new TreeMap<>();
        addresses.stream()
                .limit(MOST)
                .forEach(address -> AttachmentRules.id(address).ifPresent(id -> ids.put(address, id)));
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, AttachmentView> found = find(ids.values().stream().distinct().toList(), authorId);
        Map<String, Picture> pictures = new HashMap<>();
        ids.forEach((address, id) -> {
            AttachmentView view = found.get(id);
            if (view != null) {
                pictures.put(address, view.picture());
            }
        });
        return pictures;
    }

    @SuppressWarnings("unchecked")
    private Map<Long, AttachmentView> find(List<Long> ids, @Nullable Long authorId) {
        String list = ids.stream().map(String::valueOf).collect(joining(", "));
        List<Object[]> rows = entityManager
                .createNativeQuery(SHOWABLE.formatted(list, AttachmentQueries.IS_PUBLIC))
                .setParameter(1, Objects.requireNonNullElse(authorId, -1L))
                .getResultList();
        Map<Long, AttachmentView> found = new HashMap<>();
        for (Object[] row : rows) {
            AttachmentView view = view(row);
            found.put(view.id(), view);
        }
        return found;
    }

    private static AttachmentView view(Object[] row) {
        return new AttachmentView(
                ((Number) row[0]).longValue(),
                (String) row[1],
                PictureType.valueOf((String) row[2]),
                ((Number) row[3]).intValue(),
                ((Number) row[4]).intValue(),
                ((Number) row[5]).intValue(),
                ((Number) row[6]).intValue());
    }

    /** What is used at this place. */
    @SuppressWarnings("unchecked")
    List<Long> find(AttachmentPlace place, long id) {
        List<Number> ids = entityManager
                .createNativeQuery(AT)
                .setParameter(1, place.label())
                .setParameter(2, id)
                .getResultList();
        return ids.stream().map(Number::longValue).toList();
    }

    /** In the order of their ids, so that two posts with the same pictures wait for each other at the first of them. */
    void replace(AttachmentPlace place, long id, List<Long> attachmentIds) {
        entityManager
                .createNativeQuery(FORGET)
                .setParameter(1, place.label())
                .setParameter(2, id)
                .executeUpdate();
        for (Long attachmentId : attachmentIds) {
            if (place == AttachmentPlace.QUESTION || place == AttachmentPlace.ANSWER) {
                entityManager
                        .createNativeQuery(USED)
                        .setParameter(1, LocalDateTime.ofInstant(clock.instant(), UTC))
                        .setParameter(2, attachmentId)
                        .executeUpdate();
            }
            entityManager
                    .createNativeQuery(USE)
                    .setParameter(1, place.label())
                    .setParameter(2, id)
                    .setParameter(3, attachmentId)
                    .executeUpdate();
        }
    }
}
