/** A question and its answers are one conversation; counters are kept beside the rows so that lists need no counting. */
@NullMarked
package hilft.forum.question;

import org.jspecify.annotations.NullMarked;
