package makerdeck.laboratory.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import makerdeck.journal.Entry;
import makerdeck.laboratory.model.Money;
import makerdeck.laboratory.model.RunResult;
import makerdeck.laboratory.model.RunSettings;
import makerdeck.laboratory.model.Strategy;
import makerdeck.laboratory.trader.DeskTrader;
import makerdeck.laboratory.trader.Holder;
import makerdeck.laboratory.trader.PureMakerTrader;
import makerdeck.laboratory.trader.Trader;
import makerdeck.laboratory.virtual.Shapes;
import makerdeck.laboratory.virtual.VirtualClock;
import makerdeck.laboratory.virtual.VirtualVenue;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.model.ExchangeSettings;

/**
 * One run in virtual time: exchange, account and trader in one thread. The same settings give the same result, on any
 * thread and beside any number of others.
 */
public final class VirtualRun {

    /** When every run begins, in virtual time. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** As on the embedded venue: a desk finds candles to learn from. */
    private static final Duration WARM_UP = Duration.ofMinutes(30);

    private static final Duration LEARNS_FROM = Duration.ofHours(1);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(30);
    private static final long TICK = Duration.ofMillis(100).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final RunSettings settings;
    private final VirtualClock clock = new VirtualClock();
    private final VirtualVenue venue;
    private final Exchange exchange;
    private final Watch watch;
    private final RunJournal journal;
    private final Trader trader;
    private final BooleanSupplier hasNews;
    private long tickDue = Shapes.nanos(START);
    private long secondDue = Shapes.nanos(START);

    private VirtualRun(RunSettings settings, Consumer<Entry> reader) {
        this.settings = settings;
        var rules = settings.market().rules();
        venue = new VirtualVenue(clock, settings.latency());
        hasNews = venue::hasNews;
        exchange = new Exchange(exchangeSettings(settings), venue.listener());
        clock.follow(exchange::now);
        venue.connect(exchange, exchange.open(settings.funds(), settings.fees()));
        watch = new Watch(rules, settings.funds(), venue.account().minutes(START.minus(LEARNS_FROM), START));
        journal = new RunJournal(rules);
        trader = trader(settings.strategy(), journal.andThen(reader));
    }

    private Trader trader(Strategy strategy, Consumer<Entry> entries) {
        var rules = settings.market().rules();
        if (strategy instanceof Strategy.Desk desk) {
            return new DeskTrader(desk.parameters(), rules.symbol(), venue, clock, entries);
        }
        return strategy instanceof Strategy.PureMaker maker
                ? new PureMakerTrader(maker, rules, venue, entries)
                : new Holder();
    }

    /** The seed is spent as the embedded venue spends it: the same number is the same market there. */
    private static ExchangeSettings exchangeSettings(RunSettings settings) {
        return new ExchangeSettings(
                settings.market(),
                settings.market().startPrice(),
                settings.source(),
                new SplittableRandom(settings.seed()).nextLong(),
                Shapes.nanos(START),
                WARM_UP);
    }

    /**
     * Runs to the end and tells what came of it. Throws {@link java.io.UncheckedIOException} for a recording that
     * cannot be read.
     */
    public static RunResult of(RunSettings settings) {
        return of(settings, entry -> {});
    }

    /** @param reader is told what the trader writes down, while it runs */
    public static RunResult of(RunSettings settings, Consumer<Entry> reader) {
        var run = new VirtualRun(settings, reader);
        try (run.exchange) {
            return run.result();
        }
    }

    private RunResult result() {
        trader.start();
        pass(Shapes.nanos(START.plus(settings.length())), venue::isOver);
        var ended = exchange.now();
        var length = Duration.ofNanos(ended - Shapes.nanos(START));
        trader.leave(clock.instant());
        pass(ended + LONGEST_GOODBYE.toNanos(), trader::hasLeft);
        if (!trader.hasLeft()) {
            throw new IllegalStateException("the trader must leave within " + LONGEST_GOODBYE);
        }
        return new RunResult(
                length,
                journal.money(watch.drawdown()).orElseGet(this::held),
                journal.volumeBase(),
                journal.volumeQuote(),
                journal.bids(),
                journal.asks(),
                new RunResult.Requests(venue.batches(), venue.cancels(), venue.reads()),
                journal.fills(watch),
                journal.halted(START));
    }

    /** Of an account on which nothing was traded. */
    private Money held() {
        var change = watch.change();
        return new Money(
                BigDecimal.ZERO, change, BigDecimal.ZERO, BigDecimal.ZERO, change, BigDecimal.ZERO, watch.drawdown());
    }

    private void pass(long untilNanos, BooleanSupplier enough) {
        while (exchange.now() < untilNanos && !enough.getAsBoolean()) {
            exchange.advanceTo(Math.min(Math.min(untilNanos, tickDue), venue.dueNanos()), hasNews);
            turn();
        }
    }

    private void turn() {
        venue.work();
        if (exchange.now() >= secondDue) {
            secondDue += SECOND;
            venue.healthy();
            watch.second(clock.instant());
        }
        for (var event = venue.next(); event != null; event = venue.next()) {
            watch.on(event);
            trader.on(event);
        }
        if (exchange.now() >= tickDue) {
            tickDue += TICK;
            trader.tick(clock.instant());
        }
    }
}
