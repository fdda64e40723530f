/**
 * What is kept of a picture is painted anew, pixel by pixel, whatever was sent: so no position, no hidden file and no script
 * of the original survives, and nothing is decoded whose header asks for more than {@link SentPicture#MAX_PIXELS}. Large
 * originals are thinned out while they are read, so that one picture never needs more than about 100 MB at a time.
 */
@NullMarked
package hilft.forum.attachment.picture;

import org.jspecify.annotations.NullMarked;
