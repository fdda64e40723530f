package hilft.web.job;

import hilft.forum.attachment.Attachments;
import hilft.forum.change.ChangeNotes;
import hilft.forum.draft.Drafts;
import hilft.forum.idempotency.IdempotentRequests;
import hilft.forum.member.EndedSessions;
import hilft.forum.question.ViewCounts;
import hilft.forum.search.record.SearchRecords;
import hilft.forum.similar.calibration.Calibrations;
import hilft.forum.similar.calibration.SimilarDecisions;
import hilft.forum.similar.deflection.Deflections;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Small work by the clock. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Housekeeping {

    @Inject
    ViewCounts viewCounts;

    @Inject
    IdempotentRequests idempotentRequests;

    @Inject
    EndedSessions endedSessions;

    @Inject
    ChangeNotes changeNotes;

    @Inject
    SearchRecords searchRecords;

    @Inject
    Deflections deflections;

    @Inject
    SimilarDecisions similarDecisions;

    @Inject
    Calibrations calibrations;

    @Inject
    Attachments attachments;

    @Inject
    Drafts drafts;

    @Schedule(hour = "*", minute = "*", persistent = false)
    void everyMinute() {
        viewCounts.flush();
        searchRecords.flush();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void everyFiveSeconds() {
        calibrations.adopt();
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void everyHour() {
        idempotentRequests.forget();
        endedSessions.forget();
        changeNotes.forget();
        searchRecords.forget();
        deflections.forget();
        similarDecisions.forget();
        drafts.forget();
        attachments.forgetUnused();
    }
}
