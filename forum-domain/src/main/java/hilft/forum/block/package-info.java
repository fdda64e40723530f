/**
 * Whom a member does not want to hear of. Decided: blocking is between two members alone. It folds what the other writes and
 * keeps their doings out of the member's news; it takes nothing from the other, who is not told.
 */
@NullMarked
package hilft.forum.block;

import org.jspecify.annotations.NullMarked;
