/** Of the admins' console only what scripts need: figures to watch, and work to start. */
@NullMarked
package hilft.web.api.admin;

import org.jspecify.annotations.NullMarked;
