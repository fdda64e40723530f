/** No container runs in the build, so what can be known about the containers' files is checked as text. */
@NullMarked
package hilft.deploy;

import org.jspecify.annotations.NullMarked;
