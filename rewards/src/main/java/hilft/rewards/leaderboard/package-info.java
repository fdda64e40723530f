/** Leaderboards are sums of the ledger over a time; the team earns points but competes with nobody. */
@NullMarked
package hilft.rewards.leaderboard;

import org.jspecify.annotations.NullMarked;
