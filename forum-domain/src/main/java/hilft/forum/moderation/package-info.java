/** Every decision of a moderator is one more row in the log; undoing one is a decision too. */
@NullMarked
package hilft.forum.moderation;

import org.jspecify.annotations.NullMarked;
