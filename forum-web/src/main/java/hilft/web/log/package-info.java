/** One line for one event, with the id of the request it belongs to; whoever collects logs asks for JSON. */
@NullMarked
package hilft.web.log;

import org.jspecify.annotations.NullMarked;
