/** Who follows a question is told of its news; asking and saying "me too" follow by themselves, until whoever did it stops. */
@NullMarked
package hilft.forum.subscription;

import org.jspecify.annotations.NullMarked;
