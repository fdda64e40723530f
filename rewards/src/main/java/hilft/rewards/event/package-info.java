/**
 * A seat is a number on the event's own row, counted under its lock, and the database refuses one too many: no order of
 * acceptances, devices or nodes gives away more seats than there are.
 */
@NullMarked
package hilft.rewards.event;

import org.jspecify.annotations.NullMarked;
