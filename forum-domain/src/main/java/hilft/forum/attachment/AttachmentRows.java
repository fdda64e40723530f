package hilft.forum.attachment;

import hilft.forum.attachment.picture.PaintedPicture;
import hilft.forum.member.Members;
import hilft.forum.shared.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import static hilft.forum.attachment.AttachmentProblem.Reason.TOO_MANY;
import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.DAYS;

/** The short transactions of an upload: files are written and pictures painted between them, not in them. */
@ApplicationScoped
@Transactional
class AttachmentRows {

    private static final String OF_TODAY =
            "select count(a) from Attachment a where a.uploaderId = :uploader and a.announcedAt >= :since";
    private static final String LEFT_OVER = """
            select a.id from attachment a
            where a.id > ?3 and a.used_at is null
              and (a.announced_at < ?2 or (a.stored_at is null and a.announced_at < ?1))
              and not exists (select 1 from attachment_use u where u.attachment_id = a.id)
            order by a.id limit 100
            """;
    private static final String REMOVE = """
            delete from attachment where id = ?1 and used_at is null
              and not exists (select 1 from attachment_use u where u.attachment_id = attachment.id)
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Members members;

    @Inject
    Clock clock;

    @Inject
    ZoneId zone;

    @Inject
    @ConfigProperty(name = "hilft.attachment.per-day", defaultValue = "100")
    int perDay;

    Attachment announce(long uploaderId, String name, String storageKey) {
        members.lock(uploaderId);
        Instant now = clock.instant();
        ZonedDateTime today = now.atZone(zone).truncatedTo(DAYS);
        long before = entityManager
                .createQuery(OF_TODAY, Long.class)
                .setParameter("uploader", uploaderId)
                .setParameter("since", today.toInstant())
                .getSingleResult();
        if (before >= perDay) {
            FieldError error = AttachmentRules.perDay(perDay);
            throw new AttachmentProblem(
                    TOO_MANY, Duration.between(now, today.plusDays(1)).plusSeconds(1), error);
        }
        Attachment attachment = Attachment.announce(uploaderId, name, storageKey, now);
        entityManager.persist(attachment);
        return attachment;
    }

    AttachmentView store(long id, PaintedPicture picture) {
        Attachment attachment = entityManager.getReference(Attachment.class, id);
        attachment.store(picture, clock.instant());
        return attachment.view();
    }

    /** The next ones that were announced before the first moment and not stored, or before the second and never used. */
    @SuppressWarnings("unchecked")
    List<Long> leftOver(Instant announcedBefore, Instant unusedBefore, long afterId) {
        List<Number> ids = entityManager
                .createNativeQuery(LEFT_OVER)
                .setParameter(1, LocalDateTime.ofInstant(announcedBefore, UTC))
                .setParameter(2, LocalDateTime.ofInstant(unusedBefore, UTC))
                .setParameter(3, afterId)
                .getResultList();
        return ids.stream().map(Number::longValue).toList();
    }

    /** Takes a picture back that nothing uses; its files go before anybody can look for them, or else nothing goes. */
    void remove(Attachment attachment, AttachmentFiles files) {
        int removed = entityManager
                .createNativeQuery(REMOVE)
                .setParameter(1, attachment.id())
                .executeUpdate();
        if (removed == 1) {
            files.remove(attachment.storageKey());
        }
    }

    Optional<Attachment> find(long id) {
        return Optional.ofNullable(entityManager.find(Attachment.class, id));
    }
}
