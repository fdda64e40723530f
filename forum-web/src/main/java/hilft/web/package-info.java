@NullMarked
package hilft.web;

import org.jspecify.annotations.NullMarked;
