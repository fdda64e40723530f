/** Decided: ranking is by period, so that newcomers can stand on it. */
@NullMarked
package hilft.web.page.leaderboard;

import org.jspecify.annotations.NullMarked;
