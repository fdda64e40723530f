/** The renderers that write posts and comments, for those who are still writing. */
@NullMarked
package hilft.web.api.text;

import org.jspecify.annotations.NullMarked;
