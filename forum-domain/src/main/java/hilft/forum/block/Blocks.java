package hilft.forum.block;

import hilft.forum.member.Author;
import hilft.forum.member.MemberDeleted;
import hilft.forum.member.MemberProblem;
import hilft.forum.member.MemberQueries;
import hilft.forum.member.Members;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import static hilft.forum.block.BlockProblem.Reason.SELF;
import static hilft.forum.block.BlockProblem.Reason.TOO_MANY;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;
import static java.time.ZoneOffset.UTC;

/** Who has blocked whom; both ways are repeatable. */
@ApplicationScoped
@Transactional
public class Blocks {

    /** So many fit into what is read with every thread. */
    static final int MOST = 200;

    private static final String BLOCK =
            "insert ignore into member_block (blocker_id, blocked_id, since) values (?, ?, ?)";
    private static final String UNBLOCK = "delete from member_block where blocker_id = ? and blocked_id = ?";
    private static final String FORGET = "delete from member_block where blocker_id = ?1 or blocked_id = ?1";
    private static final String BESIDE = """
            update member set blocked_ids = coalesce(
              (select group_concat(blocked_id order by blocked_id) from member_block where blocker_id = ?1), '')
            where id = ?1
            """;
    private static final String IS_BLOCKED = "select 1 from member_block where blocker_id = ? and blocked_id = ?";
    private static final String BLOCKED =
            "select blocked_id from member_block where blocker_id = ? order by since desc, blocked_id";

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Members members;

    @Inject
    MemberQueries queries;

    @Inject
    Clock clock;

    /** @throws BlockProblem for oneself, and for more than 200 */
    public void block(long blockedId, long memberId) {
        if (blockedId == memberId) {
            throw new BlockProblem(SELF);
        }
        if (queries.find(blockedId).filter(member -> !member.deleted()).isEmpty()) {
            throw new MemberProblem(MemberProblem.Reason.UNKNOWN);
        }
        members.lock(memberId);
        if (!isBlocked(memberId, blockedId) && blocked(memberId).size() >= MOST) {
            throw new BlockProblem(TOO_MANY);
        }
        entityManager
                .createNativeQuery(BLOCK)
                .setParameter(1, memberId)
                .setParameter(2, blockedId)
                .setParameter(3, LocalDateTime.ofInstant(clock.instant(), UTC))
                .executeUpdate();
        writeBeside(memberId);
    }

    private void writeBeside(long memberId) {
        entityManager.createNativeQuery(BESIDE).setParameter(1, memberId).executeUpdate();
    }

    public void unblock(long blockedId, long memberId) {
        members.lock(memberId);
        entityManager
                .createNativeQuery(UNBLOCK)
                .setParameter(1, memberId)
                .setParameter(2, blockedId)
                .executeUpdate();
        writeBeside(memberId);
    }

    /** Whether the member does not want to hear of the other. */
    @Transactional(SUPPORTS)
    public boolean isBlocked(long memberId, long otherId) {
        return !entityManager
                .createNativeQuery(IS_BLOCKED)
                .setParameter(1, memberId)
                .setParameter(2, otherId)
                .getResultList()
                .isEmpty();
    }

    /** Whom the member has blocked, the latest first; at most 200. */
    @Transactional(SUPPORTS)
    public List<Author> list(long memberId) {
        List<Long> ids = blocked(memberId);
        Map<Long, Author> authors = queries.authors(ids);
        return ids.stream().map(authors::get).filter(Objects::nonNull).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Long> blocked(long memberId) {
        List<Number> ids = entityManager
                .createNativeQuery(BLOCKED)
                .setParameter(1, memberId)
                .getResultList();
        return ids.stream().map(Number::longValue).toList();
    }

    void on(@Observes MemberDeleted event) {
        entityManager
                .createNativeQuery(FORGET)
                .setParameter(1, event.memberId())
                .executeUpdate();
        writeBeside(event.memberId());
    }
}
