/** Decided: the operator brings the texts as files; the forum never invents any. */
@NullMarked
package hilft.web.page.legal;

import org.jspecify.annotations.NullMarked;
