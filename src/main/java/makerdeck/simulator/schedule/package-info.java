/**
 * When things happen in virtual time, and the dice. It must never read a clock or draw from an
 * unseeded source.
 */
@NullMarked
package makerdeck.simulator.schedule;

import org.jspecify.annotations.NullMarked;
