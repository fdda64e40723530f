/** Link-outs for programs; staff alone read and write them, and what a text would cost is asked before it is sent. */
@NullMarked
package hilft.web.api.channel;

import org.jspecify.annotations.NullMarked;
