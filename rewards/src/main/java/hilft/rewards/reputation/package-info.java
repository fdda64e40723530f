/** Points follow facts in the same transaction: each line names its fact, taking back is a line too, and everything can be rebuilt. */
@NullMarked
package hilft.rewards.reputation;

import org.jspecify.annotations.NullMarked;
