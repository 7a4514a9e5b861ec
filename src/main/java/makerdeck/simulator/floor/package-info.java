/**
 * Where agents and accounts meet: trades settled, depth and events published. It must never match
 * by another rule than the book's.
 */
@NullMarked
package makerdeck.simulator.floor;

import org.jspecify.annotations.NullMarked;
