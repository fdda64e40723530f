/** Pictures as they are sent: the body is the file itself, so that nothing has to be taken apart before it is judged. */
@NullMarked
package hilft.web.api.attachment;

import org.jspecify.annotations.NullMarked;
