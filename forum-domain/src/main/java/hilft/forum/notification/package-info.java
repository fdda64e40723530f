/** People are told on the site first; mail follows the notification through the outbox. */
@NullMarked
package hilft.forum.notification;

import org.jspecify.annotations.NullMarked;
