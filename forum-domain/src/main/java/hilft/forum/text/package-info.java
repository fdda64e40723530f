/**
 * What people type is cleaned and rendered here, once, at write time; raw HTML is shown as typed instead of being
 * dropped, and the sanitizer judges the result again although nothing should be left for it to find.
 */
@NullMarked
package hilft.forum.text;

import org.jspecify.annotations.NullMarked;
