/** What leaves the forum is a job in the database first, so that nothing is sent from inside a transaction and nothing is lost. */
@NullMarked
package hilft.forum.delivery;

import org.jspecify.annotations.NullMarked;
