/** A repeated request with the same key is answered with the first result, kept in the same transaction as the write. */
@NullMarked
package hilft.forum.idempotency;

import org.jspecify.annotations.NullMarked;
