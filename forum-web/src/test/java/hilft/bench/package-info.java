/**
 * What is measured is the forum as it is deployed, on content that SQL alone has made: ratios to a static file of the same
 * server in the same run, because requests a second on their own say more about the machine.
 */
@NullMarked
package hilft.bench;

import org.jspecify.annotations.NullMarked;
