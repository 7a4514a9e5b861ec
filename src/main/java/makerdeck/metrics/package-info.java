/**
 * The desk in figures for a monitoring system: reads what the engine has published and serves it as OpenMetrics. It must
 * never touch the engine's thread, ask the desk for anything, or name a key or an account.
 */
@NullMarked
package makerdeck.metrics;

import org.jspecify.annotations.NullMarked;
