/** Categories are few, named in both languages, and cached: lists refer to them by id. */
@NullMarked
package hilft.forum.category;

import org.jspecify.annotations.NullMarked;
