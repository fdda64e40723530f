package hilft.forum.similar.deflection;

import java.util.Collection;

/**
 * What askings came to. {@code shown} is those with suggestions, of them {@code opened} looked at one, {@code solved} and
 * {@code meToo} said so, {@code askedAnyway} published all the same; {@code askedUnshown} is questions nothing was shown
 * for; {@code deflected} is those that were solved or the same as another and not asked.
 */
public record DeflectionFigures(
        long shown, long opened, long solved, long meToo, long askedAnyway, long askedUnshown, long deflected) {

    public static final DeflectionFigures NONE = new DeflectionFigures(0, 0, 0, 0, 0, 0, 0);

    static DeflectionFigures sum(Collection<DeflectionFigures> figures) {
        return figures.stream().reduce(NONE, DeflectionFigures::plus);
    }

    private DeflectionFigures plus(DeflectionFigures other) {
        return new DeflectionFigures(
                shown + other.shown,
                opened + other.opened,
                solved + other.solved,
                meToo + other.meToo,
                askedAnyway + other.askedAnyway,
                askedUnshown + other.askedUnshown,
                deflected + other.deflected);
    }

    /** The share of askings with suggestions that did not have to become a question, 0 to 1; 0 when nothing was shown. */
    public double rate() {
        return shown == 0 ? 0 : (double) deflected / shown;
    }
}
