/** Votes are append-only facts: changing one's mind withdraws a row and writes another. */
@NullMarked
package hilft.forum.vote;

import org.jspecify.annotations.NullMarked;
