/** Feeds look the same to everybody and go through the page cache; what XML forbids is dropped where it is written. */
@NullMarked
package hilft.web.feed;

import org.jspecify.annotations.NullMarked;
