/** What is behind the search may change; callers see hits only, and visibility always comes from the database. */
@NullMarked
package hilft.forum.search;

import org.jspecify.annotations.NullMarked;
