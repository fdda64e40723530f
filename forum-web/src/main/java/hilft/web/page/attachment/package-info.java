/**
 * Pictures on pages. Decided: whoever has no script sends the files with the form they are writing in, to an address of its
 * own that leads back to the same page with everything typed and the pictures in the text; the pages themselves know nothing
 * of files.
 */
@NullMarked
package hilft.web.page.attachment;

import org.jspecify.annotations.NullMarked;
