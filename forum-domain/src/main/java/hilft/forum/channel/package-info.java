/**
 * Answers leave the forum as rows that remember every step: a request to the outside may have been accepted although its
 * reply was lost, so an attempt is committed before it is made and looked up before it is made again.
 */
@NullMarked
package hilft.forum.channel;

import org.jspecify.annotations.NullMarked;
