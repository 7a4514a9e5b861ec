package makerdeck.engine.books;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import makerdeck.snapshot.Earnings;
import makerdeck.snapshot.ProfitParts;

/**
 * How the books stood at a moment: enough to say what has been earned since. Immutable.
 *
 * @param transferred what of the base had come by transfer, {@code transferredValue} at the mids of those moments
 */
record Standing(
        Instant at,
        BigDecimal base,
        BigDecimal mid,
        BigDecimal transferred,
        BigDecimal transferredValue,
        ProfitParts parts) {

    /** The same, at another moment. */
    Standing at(Instant moment) {
        return new Standing(moment, base, mid, transferred, transferredValue, parts);
    }

    /** What was earned from {@code then} until this. */
    Earnings.Period since(Standing then) {
        var holding = then.base
                .multiply(mid.subtract(then.mid))
                .add(transferred.subtract(then.transferred).multiply(mid))
                .subtract(transferredValue.subtract(then.transferredValue));
        return new Earnings.Period(then.at, parts.since(then.parts), holding);
    }

    void write(String prefix, Map<String, BigDecimal> sums) {
        writeTime(prefix + "at", at, sums);
        sums.put(prefix + "base", base);
        sums.put(prefix + "mid", mid);
        sums.put(prefix + "transferred", transferred);
        sums.put(prefix + "transferred-value", transferredValue);
        sums.put(prefix + "captured", parts.captured());
        sums.put(prefix + "inventory", parts.markToMarket());
        sums.put(prefix + "fees", parts.fees());
        sums.put(prefix + "converted", parts.converted());
        sums.put(prefix + "rebalance", parts.rebalance());
        sums.put(prefix + "interest", parts.interest());
        sums.put(prefix + "transfers", parts.transfers());
    }

    /** Throws {@link IllegalArgumentException} or {@link ArithmeticException} when a part of it is missing or none. */
    static Standing read(String prefix, Map<String, BigDecimal> sums) {
        return new Standing(
                readTime(prefix + "at", sums),
                Ledger.sum(sums, prefix + "base"),
                Ledger.sum(sums, prefix + "mid"),
                Ledger.sum(sums, prefix + "transferred"),
                Ledger.sum(sums, prefix + "transferred-value"),
                new ProfitParts(
                        Ledger.sum(sums, prefix + "captured"),
                        Ledger.sum(sums, prefix + "inventory"),
                        Ledger.sum(sums, prefix + "fees"),
                        Ledger.sum(sums, prefix + "converted"),
                        Ledger.sum(sums, prefix + "rebalance"),
                        Ledger.sum(sums, prefix + "interest"),
                        Ledger.sum(sums, prefix + "transfers")));
    }

    /** In microseconds since 1970 UTC. */
    static void writeTime(String name, Instant at, Map<String, BigDecimal> sums) {
        sums.put(name, BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
    }

    static Instant readTime(String name, Map<String, BigDecimal> sums) {
        return Instant.EPOCH.plus(Ledger.sum(sums, name).longValueExact(), ChronoUnit.MICROS);
    }
}
