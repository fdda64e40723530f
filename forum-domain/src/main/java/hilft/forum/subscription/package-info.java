/** Who follows a question is told of its news; asking follows by itself. */
@NullMarked
package hilft.forum.subscription;

import org.jspecify.annotations.NullMarked;
