package hilft.rewards.reputation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Writes the ledger; the forum has locked the members a fact is about, so that limits see facts one after another. */
@ApplicationScoped
@Transactional
class Ledger {

    private static final String OF_FACT =
            "select e from LedgerEntry e where e.factType = :type and e.factId = :fact order by e.id";
    private static final String EARNED = """
            select coalesce(sum(e.points), 0) from LedgerEntry e where e.memberId = :member and e.day = :day
            and e.credit in (hilft.rewards.reputation.Credit.ANSWER_UP, hilft.rewards.reputation.Credit.QUESTION_UP,
              hilft.rewards.reputation.Credit.ACCEPTING)
            """;
    private static final String VOTES = """
            select coalesce(sum(case when e.reversal = true then -1 else 1 end), 0) from LedgerEntry e
            where e.memberId = :member and e.day = :day and e.giverId = :giver
            and e.factType = hilft.rewards.reputation.Fact.Type.VOTE
            """;

    @PersistenceContext(unitName = "hilft")
    EntityManager entityManager;

    @Inject
    Standings standings;

    @Inject
    ZoneId zone;

    /** Credits the shares of a fact; a fact that was credited before changes nothing. */
    void record(Fact fact, List<ReputationRules.Share> shares, Cause cause) {
        if (!shares.isEmpty() && entries(fact).isEmpty()) {
            shares.forEach(share -> credit(fact, share, cause));
            entityManager.flush();
        }
    }

    private void credit(Fact fact, ReputationRules.Share share, Cause cause) {
        LocalDate day = LocalDate.ofInstant(cause.at(), zone);
        int points = ReputationRules.granted(
                share.credit(),
                earned(share.memberId(), day),
                share.credit().isVote() ? votes(share.memberId(), cause.giverId(), day) : 0);
        if (points != 0) {
            add(LedgerEntry.credit(fact, share.memberId(), share.credit(), points, cause, day));
        }
    }

    /** Takes back what a fact was worth, once. */
    void reverse(Fact fact, Instant now) {
        List<LedgerEntry> entries = entries(fact);
        if (entries.stream().noneMatch(LedgerEntry::isReversal)) {
            entries.forEach(entry -> add(entry.reverse(now)));
            entityManager.flush();
        }
    }

    private void add(LedgerEntry entry) {
        entityManager.persist(entry);
        standings.add(entry.memberId(), entry.points(), entry.solutions());
    }

    private List<LedgerEntry> entries(Fact fact) {
        return entityManager
                .createQuery(OF_FACT, LedgerEntry.class)
                .setParameter("type", fact.type())
                .setParameter("fact", fact.id())
                .getResultList();
    }

    private int earned(long memberId, LocalDate day) {
        return entityManager
                .createQuery(EARNED, Number.class)
                .setParameter("member", memberId)
                .setParameter("day", day)
                .getSingleResult()
                .intValue();
    }

    private int votes(long memberId, long giverId, LocalDate day) {
        return entityManager
                .createQuery(VOTES, Number.class)
                .setParameter("member", memberId)
                .setParameter("day", day)
                .setParameter("giver", giverId)
                .getSingleResult()
                .intValue();
    }
}
