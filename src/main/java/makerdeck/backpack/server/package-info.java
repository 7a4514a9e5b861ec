/**
 * Serves a simulated exchange over the Backpack protocol on loopback, to any client. It must never
 * listen on another address, decide what trades, or let a socket's thread touch the exchange.
 */
@NullMarked
package makerdeck.backpack.server;

import org.jspecify.annotations.NullMarked;
