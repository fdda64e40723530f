/** What runs without a request: the start of the application on its database, and work by the clock. */
@NullMarked
package hilft.web.job;

import org.jspecify.annotations.NullMarked;
