package hilft.forum.curation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

/** One line of the log; never changed, never removed. */
@Entity
@Table(name = "curation_entry")
public class CurationEntry {

    @Id
    @SequenceGenerator(name = "curation_entry_seq", sequenceName = "curation_entry_seq", allocationSize = 50)
    @GeneratedValue(strategy = SEQUENCE, generator = "curation_entry_seq")
    private Long id;

    @Column(name = "admin_id", updatable = false)
    private long adminId;

    @Enumerated(STRING)
    @Column(updatable = false)
    private CurationAction action;

    @Column(updatable = false)
    private String subject;

    @Column(updatable = false)
    private String detail;

    @Column(updatable = false)
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected CurationEntry() {}

    @SuppressWarnings("NullAway.Init")
    private CurationEntry(long adminId, Instant at) {
        this.adminId = adminId;
        this.at = at;
    }

    static CurationEntry of(long adminId, CurationAction action, String subject, String detail, Instant at) {
        CurationEntry entry = new CurationEntry(adminId, at);
        entry.action = action;
        entry.subject = subject;
        entry.detail = detail;
        return entry;
    }
}
