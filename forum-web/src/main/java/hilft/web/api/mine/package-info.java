/** What members keep for themselves: bookmarks, and whom they do not want to hear of. */
@NullMarked
package hilft.web.api.mine;

import org.jspecify.annotations.NullMarked;
