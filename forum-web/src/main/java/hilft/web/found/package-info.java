/** What search engines and link previews read; it says nothing that the page does not show to everybody. */
@NullMarked
package hilft.web.found;

import org.jspecify.annotations.NullMarked;
