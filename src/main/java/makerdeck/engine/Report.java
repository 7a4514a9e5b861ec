package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.snapshot.Happening.Kind;
import makerdeck.snapshot.Totals;
import makerdeck.strategy.Inventory;

/** The session in numbers. Engine thread only. */
final class Report {

    private final Core core;
    private final Bookings bookings;
    private final Uptime uptime;
    private final Instant startedAt;

    Report(Core core, Bookings bookings, Uptime uptime) {
        this.core = core;
        this.bookings = bookings;
        this.uptime = uptime;
        startedAt = core.now();
    }

    /** A few lines for people. */
    List<String> lines() {
        if (!core.ledger().isOpen() || !core.facts().hasMarket()) {
            return List.of("nothing traded: the books were never opened");
        }
        var market = core.facts().market();
        core.facts().mid().ifPresent(core.ledger()::mark);
        var totals = core.ledger().totals();
        var parts = core.ledger().parts();
        var quote = " " + market.quote();
        var ratio = core.facts()
                .mid()
                .map(mid -> Texts.rounded(
                                Inventory.of(core.holdings().balances(), mid).ratio(), 1) + " %")
                .orElse("unknown");
        return List.of(
                Texts.length(Duration.between(startedAt, core.now())) + ", " + totals.fills() + " fills ("
                        + totals.buys() + " buys, " + totals.sells() + " sells), volume "
                        + Texts.rounded(totals.volumeBase(), 4) + " " + market.base() + " = "
                        + Texts.rounded(totals.volumeQuote(), 2) + quote,
                "pnl " + Texts.signed(totals.pnl(), 4) + quote + " = spread captured "
                        + Texts.signed(parts.captured(), 4) + ", inventory " + Texts.signed(parts.markToMarket(), 4)
                        + ", fees " + Texts.signed(parts.fees().negate(), 4) + ", rebalance "
                        + Texts.signed(parts.rebalance(), 4) + ", and transfers "
                        + Texts.signed(parts.transfers(), 4),
                "at average cost realised " + Texts.signed(core.ledger().realised(), 4) + ", unrealised "
                        + Texts.signed(core.ledger().unrealised(), 4) + quote + ", first in first out "
                        + Texts.signed(core.ledger().realisedFirstInFirstOut(), 4) + ", "
                        + Texts.signed(core.ledger().unrealisedFirstInFirstOut(), 4) + quote,
                traded(market, totals),
                "quote uptime bids " + uptime.percent(Side.BID).toPlainString() + " %, asks "
                        + uptime.percent(Side.ASK).toPlainString() + " % of the time allowed, ratio " + ratio,
                "markout " + bookings.markoutText() + quote);
    }

    private String traded(Market market, Totals totals) {
        var volumes = core.ledger().volumes();
        return "bought " + Texts.rounded(volumes.bought(), 4) + ", sold " + Texts.rounded(volumes.sold(), 4) + " "
                + market.base() + ", as maker " + Texts.rounded(volumes.maker(), 2) + ", as taker "
                + Texts.rounded(volumes.taker(), 2) + " " + market.quote() + ", turnover "
                + Texts.rounded(volumes.turnover(core.ledger().openingEquity()), 2) + " times the start's value, wear "
                + Texts.rounded(volumes.wearPercent(totals.pnl()), 4) + " % of volume, fees in all "
                + Texts.rounded(totals.feesQuote(), 4) + " " + market.quote();
    }

    /** Tells it as the end of the session. */
    void tell() {
        var ledger = core.ledger();
        var totals = ledger.totals();
        var parts = ledger.parts();
        core.diary()
                .tell(
                        core.now(),
                        Kind.REPORT,
                        String.join("; ", lines()),
                        Fields.of(
                                "fills", Long.toString(totals.fills()),
                                "buys", Long.toString(totals.buys()),
                                "sells", Long.toString(totals.sells()),
                                "volumeBase", totals.volumeBase().toPlainString(),
                                "volumeQuote", totals.volumeQuote().toPlainString(),
                                "fees", totals.feesQuote().toPlainString(),
                                "pnl", totals.pnl().toPlainString(),
                                "spreadCaptured", parts.captured().toPlainString(),
                                "inventoryResult", parts.markToMarket().toPlainString(),
                                "quotingFees", parts.fees().toPlainString(),
                                "rebalanceResult", parts.rebalance().toPlainString(),
                                "transfers", parts.transfers().toPlainString(),
                                "realised", totals.realised().toPlainString(),
                                "unrealised", ledger.unrealised().toPlainString(),
                                "realisedFifo", ledger.realisedFirstInFirstOut().toPlainString(),
                                "unrealisedFifo",
                                        ledger.unrealisedFirstInFirstOut().toPlainString(),
                                "volumeMaker", ledger.volumes().maker().toPlainString(),
                                "volumeTaker", ledger.volumes().taker().toPlainString(),
                                "wearPercent",
                                        ledger.volumes()
                                                .wearPercent(totals.pnl())
                                                .toPlainString(),
                                "rebalanceCost", totals.rebalanceCost().toPlainString(),
                                "uptimeBids", uptime.percent(Side.BID).toPlainString(),
                                "uptimeAsks", uptime.percent(Side.ASK).toPlainString()));
    }
}
