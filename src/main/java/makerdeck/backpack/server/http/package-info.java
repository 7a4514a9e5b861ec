/**
 * Takes REST calls, finds out who they are from, counts them, answers. It must never do a call on a
 * socket's thread.
 */
@NullMarked
package makerdeck.backpack.server.http;

import org.jspecify.annotations.NullMarked;
