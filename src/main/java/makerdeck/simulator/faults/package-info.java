/**
 * What can go wrong on purpose, and when. It must never do any of it: that is for whoever asks.
 */
@NullMarked
package makerdeck.simulator.faults;

import org.jspecify.annotations.NullMarked;
