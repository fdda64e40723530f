/** X knows no idempotency: whatever it answers is sorted into surely out, surely not out, and nobody knows. */
@NullMarked
package hilft.web.channel.x;

import org.jspecify.annotations.NullMarked;
