package hilft.forum.similar.deflection;

import hilft.forum.similar.Band;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

import static jakarta.persistence.EnumType.STRING;

/**
 * What became of one asking. Threads are shown while the title is typed, one may be opened, it may solve the problem or be
 * the same as somebody else's, and in the end the question may be asked anyway. The page tells of each in whatever order
 * the network brings it and perhaps twice: a fact is only ever added, and what it presupposes is added with it.
 */
@Entity
@Table(name = "deflection")
public class Deflection {

    @Id
    private String token;

    @Column(updatable = false)
    private LocalDate day;

    @Column(updatable = false)
    private String language;

    private int shown;

    @Enumerated(STRING)
    private Band band = Band.NONE;

    private boolean opened;
    private boolean solved;

    @Column(name = "me_too")
    private boolean meToo;

    private boolean asked;

    @SuppressWarnings("NullAway.Init")
    protected Deflection() {}

    private Deflection(Asking asking, LocalDate day) {
        this.token = asking.token();
        this.language = asking.language();
        this.day = day;
    }

    static Deflection begin(Asking asking, LocalDate day) {
        return new Deflection(asking, day);
    }

    /** {@code threads} were on the page so far, the best of them in {@code best}. */
    void show(int threads, Band best) {
        shown = Math.max(shown, threads);
        if (best.isAbove(band)) {
            band = best;
        }
    }

    void open() {
        show(1, Band.NONE);
        opened = true;
    }

    void solve() {
        open();
        solved = true;
    }

    void sayMeToo() {
        open();
        meToo = true;
    }

    void ask() {
        asked = true;
    }

    LocalDate day() {
        return day;
    }

    int shown() {
        return shown;
    }

    Band band() {
        return band;
    }

    boolean isOpened() {
        return opened;
    }

    boolean isSolved() {
        return solved;
    }

    boolean isMeToo() {
        return meToo;
    }

    boolean isAsked() {
        return asked;
    }

    /** Whether the question did not need to be asked: only what people said themselves counts, leaving in silence does not. */
    boolean isDeflected() {
        return (solved || meToo) && !asked;
    }
}
