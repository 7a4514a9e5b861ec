/**
 * What may be said from a few seeds: mean, interval, paired difference, and the luck of the best of many. It must never
 * hold money: its numbers are estimates, and what is sent to a venue is made of none of them.
 */
@NullMarked
package makerdeck.laboratory.statistics;

import org.jspecify.annotations.NullMarked;
