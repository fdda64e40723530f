package hilft.forum.question;

import java.time.Instant;

import static java.time.temporal.ChronoUnit.MICROS;

/** An answer that everybody may see and when it was written; public only because JPQL makes it. */
public record NewAnswer(Long id, Instant writtenAt) {

    /** Since 1970. */
    public long micros() {
        return MICROS.between(Instant.EPOCH, writtenAt);
    }
}
