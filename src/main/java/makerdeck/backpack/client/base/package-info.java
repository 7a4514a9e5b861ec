/**
 * What all parts of the client build on: its thread, its events, its rules and how a message is
 * read. It must never open a connection.
 */
@NullMarked
package makerdeck.backpack.client.base;

import org.jspecify.annotations.NullMarked;
