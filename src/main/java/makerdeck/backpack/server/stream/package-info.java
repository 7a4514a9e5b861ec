/**
 * The venue's streams and who is subscribed to them. It must never hold the exchange up for a slow
 * reader.
 */
@NullMarked
package makerdeck.backpack.server.stream;

import org.jspecify.annotations.NullMarked;
