/**
 * Those who trade in the simulated market besides the accounts. They must never know an account, or
 * what it is about to do.
 */
@NullMarked
package makerdeck.simulator.agents;

import org.jspecify.annotations.NullMarked;
