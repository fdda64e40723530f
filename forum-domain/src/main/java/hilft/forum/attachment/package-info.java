/**
 * Pictures in posts and comments. Decided: a picture is served to everybody while at least one post or comment that everybody
 * may read shows it, else to its uploader and to moderators alone; this is asked of the database each time, in one statement, so hiding a post
 * hides its pictures with it, and a picture shown by two posts goes with the last of them. A post takes only pictures of its
 * own author and such as everybody may see already, so that nobody brings back by its number what was hidden, or publishes
 * what another one is still writing. Copies are kept by the reader's own browser, never by caches that many share.
 *
 * <p>A picture is announced in the database before its files are written, and counts once it is said to be stored: whatever
 * is interrupted in between is found and removed. What no post has ever shown and no comment or draft names goes after a
 * while; what a post has shown once stays, since earlier versions of its text name it.
 */
@NullMarked
package hilft.forum.attachment;

import org.jspecify.annotations.NullMarked;
