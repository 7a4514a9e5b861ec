package makerdeck.backpack.server;

import java.time.Clock;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What the program lends to a served venue.
 *
 * @param threads makes the one thread that drives the exchange
 * @param clock paces the exchange and judges the time of signatures
 * @param random makes the accounts' keys, so best a secure one, and spreads the pings; used by one
 *     thread at a time
 */
public record ServerRuntime(Function<String, ThreadFactory> threads, Clock clock, RandomGenerator random) {}
