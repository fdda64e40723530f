/** What members want to find again. Decided: bookmarks are seen by their member alone and change nothing about a post. */
@NullMarked
package hilft.forum.bookmark;

import org.jspecify.annotations.NullMarked;
