/** Pages with a form begin with the draft of their place; the form says which one it goes on with, so that nobody's words are lost. */
@NullMarked
package hilft.web.page.draft;

import org.jspecify.annotations.NullMarked;
