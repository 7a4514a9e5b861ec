/**
 * The live adapter of the venue's port: one account and one market of Backpack over HTTP and
 * WebSocket. It must never decide what to quote, block its caller, or send an order twice.
 */
@NullMarked
package makerdeck.backpack.client;

import org.jspecify.annotations.NullMarked;
