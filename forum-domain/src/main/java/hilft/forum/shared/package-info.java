/** The few words every package speaks: time, pages of a list, what is kept for a while, problems. No rule lives here. */
@NullMarked
package hilft.forum.shared;

import org.jspecify.annotations.NullMarked;
