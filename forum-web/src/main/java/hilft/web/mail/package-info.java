/** A mail is a delivery of the outbox: composed when it is sent, from what is visible then, so hidden words stay in. */
@NullMarked
package hilft.web.mail;

import org.jspecify.annotations.NullMarked;
