/**
 * Decided: locks are taken in one order, a thread before its posts, posts before members, members by their ids. Where the
 * database finds a circle all the same, such as by what it locks itself to check a foreign key, one of the two transactions
 * is undone; it is run once more, as a whole and in this one place, before anybody is told.
 */
@NullMarked
package hilft.forum.deadlock;

import org.jspecify.annotations.NullMarked;
