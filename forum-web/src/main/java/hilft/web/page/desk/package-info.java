/** Decided: every state of the desk is an address, every deed on it a plain form that works without scripts. */
@NullMarked
package hilft.web.page.desk;

import org.jspecify.annotations.NullMarked;
