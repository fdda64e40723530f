/**
 * The index follows the database: each change of a thread leaves a row in the transaction that makes it, and every index
 * reads these rows after its own position. An index that is lost, damaged, unknown or made by other rules is built anew
 * beside what still answers, so nothing about it needs a backup.
 */
@NullMarked
package hilft.forum.search.upkeep;

import org.jspecify.annotations.NullMarked;
