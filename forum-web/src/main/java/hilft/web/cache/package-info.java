/**
 * Readers without session share whole pages, members what pages are made from: lists, threads, their own points. What has
 * changed is told by numbers that a kept thing remembers, so nothing is searched or swept.
 */
@NullMarked
package hilft.web.cache;

import org.jspecify.annotations.NullMarked;
