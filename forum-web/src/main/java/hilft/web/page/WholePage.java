package hilft.web.page;

import org.jspecify.annotations.Nullable;

/**
 * A page whose markup is kept whole for members: it shows nothing but this, its address, and what {@link Shell} says. Its
 * view may ask for more only if that follows from what is named here.
 */
public interface WholePage {

    /** All that the page shows to this reader, with an {@code equals} that tells; null if it cannot be kept today. */
    @Nullable
    Record shown();

    /** The key of the form on the page; empty without one. */
    default String once() {
        return "";
    }
}
