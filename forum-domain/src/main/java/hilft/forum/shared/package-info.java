/** The few words every package speaks: time, pages of a list, problems. No logic lives here. */
@NullMarked
package hilft.forum.shared;

import org.jspecify.annotations.NullMarked;
