/** Decided: choices that need no account live in cookies. */
@NullMarked
package hilft.web.page.settings;

import org.jspecify.annotations.NullMarked;
