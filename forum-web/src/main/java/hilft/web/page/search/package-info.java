/** Decided: a search is an address that can be shared. */
@NullMarked
package hilft.web.page.search;

import org.jspecify.annotations.NullMarked;
