/** Decided: URLs belong to one table in front of Faces, so that views can move without a link breaking. */
@NullMarked
package hilft.web.faces;

import org.jspecify.annotations.NullMarked;
