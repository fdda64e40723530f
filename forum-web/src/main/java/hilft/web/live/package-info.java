/**
 * Decided: what happens while a member reads is told on one server-sent stream, {@code GET /live?threads=1.2}, that a
 * browser opens once for all its tabs (Web Locks choose the tab, a BroadcastChannel hands on what it hears). It holds no
 * thread while it is silent; a second's timer asks the database once for each thread that changed, however many read it.
 * An answer is told when its author can no longer take it back ({@code hilft.undo-seconds}); whoever loads the page sees it
 * before that. Nodes need not tell each other anything of their own: what makes a page old
 * ({@link hilft.web.cache.Changes}) makes news, and a reader whose node is gone comes back to another one and is told at
 * once what it missed. A stream ends after ten minutes, with its session, and with Keycloak's; readers without an account
 * have none.
 *
 * <p>Two messages:
 *
 * <pre>
 * event: answers
 * data: {"question":42,"answers":[{"id":91,"at":1764130000000123}]}   the newest ten, "at" in microseconds since 1970
 *
 * event: unread
 * data: {"count":3}                                                    all unread news of the member
 * </pre>
 *
 * In the page each arrives in every tab as an event of the document: {@code hilft:answers} and {@code hilft:unread}, the
 * data as its {@code detail}. {@code unread} comes first when the stream opens, then whenever the number has changed: within
 * five seconds after something happened in the forum or can no longer be taken back, else within half a minute. A page that
 * wants the stream without showing a thread has an element with {@code data-stream}.
 */
@NullMarked
package hilft.web.live;

import org.jspecify.annotations.NullMarked;
