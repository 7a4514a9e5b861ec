/**
 * An exchange in memory on virtual time: matching, accounts, market agents, recorded feed. It must
 * never read a clock, start a thread, open a socket or know the protocol it is served by.
 */
@NullMarked
package makerdeck.simulator;

import org.jspecify.annotations.NullMarked;
