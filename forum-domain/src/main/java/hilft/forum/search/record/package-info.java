/** What was searched is worth knowing, who searched is not: words are cleaned before they are counted and counted by day. */
@NullMarked
package hilft.forum.search.record;

import org.jspecify.annotations.NullMarked;
