/** Whatever admins do with categories and tags is one more row in a log of its own; nothing of it is changed or removed. */
@NullMarked
package hilft.forum.curation;

import org.jspecify.annotations.NullMarked;
