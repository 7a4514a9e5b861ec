package makerdeck.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.snapshot.Happening.Kind;
import makerdeck.snapshot.Totals;
import makerdeck.strategy.Inventory;
import makerdeck.words.Words;

/** The session in numbers. Engine thread only. */
final class Report {

    /** Of {@link #lines}: the one that tells the profit. */
    private static final int PROFIT_LINE = 1;

    private static final int DECIMALS = 12;

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
        mark();
        return said();
    }

    /** Once for a report, before the first number of it: it says one profit. */
    private void mark() {
        core.facts().mid().ifPresent(core.ledger()::mark);
    }

    private List<String> said() {
        if (!core.ledger().isOpen() || !core.facts().hasMarket()) {
            return List.of(Words.say("engine.report.none"));
        }
        var market = core.facts().market();
        var totals = core.ledger().totals();
        var quote = market.quote();
        var ratio = core.facts()
                .mid()
                .map(mid -> Texts.rounded(
                                Inventory.of(core.holdings().balances(), mid).ratio(), 1) + " %")
                .orElseGet(() -> Words.say("engine.unknown"));
        return withFeesApart(
                totals,
                List.of(
                        Words.say(
                                "engine.report.fills",
                                Texts.length(Duration.between(startedAt, core.now())),
                                totals.fills(),
                                totals.buys(),
                                totals.sells(),
                                Texts.rounded(totals.volumeBase(), 4),
                                market.base(),
                                Texts.rounded(totals.volumeQuote(), market.decimals(totals.volumeQuote(), 2)),
                                quote),
                        earned(totals, market),
                        Words.say(
                                "engine.report.cost",
                                money(core.ledger().realised(), market),
                                money(core.ledger().unrealised(), market),
                                money(core.ledger().realisedFirstInFirstOut(), market),
                                money(core.ledger().unrealisedFirstInFirstOut(), market),
                                quote),
                        traded(market, totals),
                        Words.say(
                                "engine.report.rates",
                                core.facts().rates().text(core.tuning().parameters())),
                        Words.say(
                                "engine.report.uptime",
                                uptime.percent(Side.BID).toPlainString(),
                                uptime.percent(Side.ASK).toPlainString(),
                                Texts.length(uptime.whole()),
                                ofAllowed(Side.BID),
                                ofAllowed(Side.ASK),
                                ratio),
                        Words.say("engine.report.markout", bookings.markoutText(), quote)));
    }

    /** A profit without some of its costs says so right behind it. */
    private static List<String> withFeesApart(Totals totals, List<String> lines) {
        if (totals.feesApart().isEmpty()) {
            return lines;
        }
        var all = new ArrayList<>(lines);
        all.add(PROFIT_LINE + 1, Words.say("engine.report.fees-apart", totals.feesApartText()));
        return all;
    }

    private static String money(BigDecimal value, Market market) {
        return Texts.signed(value, market.decimals(value, 4));
    }

    private String ofAllowed(Side side) {
        return uptime.percentOfAllowed(side).map(percent -> percent + " %").orElse("-");
    }

    private String earned(Totals totals, Market market) {
        var parts = core.ledger().parts();
        return Words.say(
                "engine.report.pnl",
                money(totals.pnl(), market),
                market.quote(),
                money(parts.captured(), market),
                money(parts.markToMarket(), market),
                money(parts.fees().negate(), market),
                money(parts.rebalance(), market),
                money(parts.transfers(), market),
                money(parts.interest(), market));
    }

    private String traded(Market market, Totals totals) {
        var volumes = core.ledger().volumes();
        return Words.say(
                "engine.report.traded",
                Texts.rounded(volumes.bought(), 4),
                Texts.rounded(volumes.sold(), 4),
                market.base(),
                Texts.rounded(volumes.maker(), market.decimals(volumes.maker(), 2)),
                Texts.rounded(volumes.taker(), market.decimals(volumes.taker(), 2)),
                market.quote(),
                Texts.rounded(volumes.turnover(core.ledger().openingEquity()), 2),
                Texts.rounded(volumes.wearPercent(totals.pnl()), 4),
                Texts.rounded(totals.feesQuote(), market.decimals(totals.feesQuote(), 4)));
    }

    /** Exact up to twelve decimals, which no price or amount needs more of. */
    private static String figure(BigDecimal value) {
        return value.setScale(Math.min(value.scale(), DECIMALS), RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** Tells it as the end of the session. */
    void tell() {
        mark();
        var ledger = core.ledger();
        var totals = ledger.totals();
        var parts = ledger.parts();
        core.diary()
                .tell(
                        core.now(),
                        Kind.REPORT,
                        Texts.sequence(said()),
                        withAllowed(Fields.of(
                                "fills", Long.toString(totals.fills()),
                                "buys", Long.toString(totals.buys()),
                                "sells", Long.toString(totals.sells()),
                                "volumeBase", figure(totals.volumeBase()),
                                "volumeQuote", figure(totals.volumeQuote()),
                                "fees", figure(totals.feesQuote()),
                                "pnl", figure(totals.pnl()),
                                "pnlIsWithout", totals.feesApartText(),
                                "spreadCaptured", figure(parts.captured()),
                                "inventoryResult", figure(parts.markToMarket()),
                                "quotingFees", figure(parts.fees()),
                                "rebalanceResult", figure(parts.rebalance()),
                                "feeRates",
                                        core.facts().rates().text(core.tuning().parameters()),
                                "interest", figure(parts.interest()),
                                "transfers", figure(parts.transfers()),
                                "realised", figure(totals.realised()),
                                "unrealised", figure(ledger.unrealised()),
                                "realisedFifo", figure(ledger.realisedFirstInFirstOut()),
                                "unrealisedFifo", figure(ledger.unrealisedFirstInFirstOut()),
                                "volumeMaker", figure(ledger.volumes().maker()),
                                "volumeTaker", figure(ledger.volumes().taker()),
                                "wearPercent", figure(ledger.volumes().wearPercent(totals.pnl())),
                                "rebalanceCost", figure(totals.rebalanceCost()),
                                "uptimeBids", uptime.percent(Side.BID).toPlainString(),
                                "uptimeAsks", uptime.percent(Side.ASK).toPlainString())));
    }

    /** What is not known is left out: a side that was never allowed has no share of that time. */
    private Map<String, String> withAllowed(Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        uptime.percentOfAllowed(Side.BID).ifPresent(percent -> all.put("uptimeAllowedBids", percent.toPlainString()));
        uptime.percentOfAllowed(Side.ASK).ifPresent(percent -> all.put("uptimeAllowedAsks", percent.toPlainString()));
        return all;
    }
}
