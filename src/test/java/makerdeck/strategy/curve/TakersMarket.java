package makerdeck.strategy.curve;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import makerdeck.domain.Side;

/**
 * A market of which all is known: takers come at random, as far as an exponential distribution says, and the mid goes a
 * share of that way with them for good.
 */
final class TakersMarket {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final double AN_HOUR = 1200;
    static final double K = 0.5;
    static final double SHARE = 0.5;

    final FillCurve curve = new FillCurve();
    private final SplittableRandom random;
    private Instant now = NOON;
    private double mid = 100;
    private long taken;

    TakersMarket(long seed) {
        random = new SplittableRandom(seed);
    }

    TakersMarket pass(Duration length) {
        var end = now.plus(length);
        while (now.isBefore(end)) {
            now = now.plusSeconds(1);
            curve.tick(now, mid);
            mid *= 1 + random.nextGaussian() * 0.00002;
            if (random.nextDouble() < AN_HOUR / 3600) {
                take(random.nextBoolean() ? Side.BID : Side.ASK, -Math.log(1 - random.nextDouble()) / K);
            }
        }
        return this;
    }

    /** In two prints: at the touch, and as far as it comes. */
    private void take(Side maker, double basisPoints) {
        var at = now.plusNanos(++taken);
        print(maker, 0.1, at);
        print(maker, basisPoints, at);
        mid = price(maker, basisPoints * SHARE);
    }

    void print(Side maker, double basisPoints, Instant at) {
        curve.traded(maker, price(maker, basisPoints), 2, at, now);
    }

    private double price(Side maker, double basisPoints) {
        return mid * (1 - maker.sign() * basisPoints / 10_000);
    }

    /** Takers an hour that come as far, on both sides. */
    static double rate(double distance) {
        return AN_HOUR * Math.exp(-K * distance);
    }

    /** Of those who come as far the mean comes 1/k further. */
    static double edge(double distance) {
        return distance - SHARE * (distance + 1 / K);
    }
}
