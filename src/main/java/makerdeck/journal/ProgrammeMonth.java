package makerdeck.journal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a market-maker programme counts of a month, between bands of one width. A minute in which the desk was down counts
 * as nothing. Immutable.
 *
 * @param month its first day, by the UTC calendar
 * @param wall how much of it has been, by the clock of the world, since the desk's first life
 * @param market what was traded on the tape while it was heard, {@code maker} what of it filled our orders as maker; in
 *     the quote asset
 */
public record ProgrammeMonth(
        LocalDate month,
        Duration wall,
        Entry.Heard heard,
        Entry.Rested near,
        Entry.Rested far,
        BigDecimal market,
        BigDecimal maker) {

    private static final int PERCENT_DECIMALS = 4;
    private static final int AMOUNT_DECIMALS = 8;

    /** What rested on the average of the wall clock, in the quote asset; {@code rested}: value times seconds. */
    public BigDecimal average(BigDecimal rested) {
        return wall.isZero()
                ? BigDecimal.ZERO
                : rested.multiply(BigDecimal.valueOf(1000))
                        .divide(BigDecimal.valueOf(wall.toMillis()), AMOUNT_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** In % of the wall clock. */
    public BigDecimal percent(Duration part) {
        return wall.isZero()
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part.toMillis())
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(wall.toMillis()), PERCENT_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** In % of what was traded; empty when nothing was. */
    public Optional<BigDecimal> makerPercent() {
        return market.signum() == 0
                ? Optional.empty()
                : Optional.of(maker.movePointRight(2).divide(market, PERCENT_DECIMALS, RoundingMode.HALF_EVEN));
    }

    ProgrammeMonth plus(
            Entry.Heard more, Entry.Rested moreNear, Entry.Rested moreFar, BigDecimal traded, BigDecimal made) {
        return new ProgrammeMonth(
                month,
                wall,
                new Entry.Heard(
                        heard.ran().plus(more.ran()),
                        heard.known().plus(more.known()),
                        heard.tape().plus(more.tape())),
                sum(near, moreNear),
                sum(far, moreFar),
                market.add(traded),
                maker.add(made));
    }

    private static Entry.Rested sum(Entry.Rested one, Entry.Rested other) {
        return new Entry.Rested(
                one.points(),
                one.bids().add(other.bids()),
                one.asks().add(other.asks()),
                one.both().plus(other.both()));
    }
}
