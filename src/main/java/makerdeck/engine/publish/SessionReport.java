package makerdeck.engine.publish;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.books.FillBooking;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.lifecycle.QuoteUptime;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.Earnings;
import makerdeck.snapshot.SessionFigures;
import makerdeck.snapshot.Totals;
import makerdeck.strategy.quoting.InventoryRatio;
import org.jspecify.annotations.Nullable;

/** The session in numbers. Engine thread only. */
public final class SessionReport {

    /** Of {@link #lines}: the one that tells the profit. */
    private static final int PROFIT_LINE = 1;

    private final Clock clock;
    private final EventLog log;
    private final MarketData market;
    private final ParameterHistory history;
    private final Ledger ledger;
    private final AvailableBalances available;
    private final FillBooking booking;
    private final QuoteUptime uptime;
    private final Instant startedAt;

    public SessionReport(
            Clock clock,
            EventLog log,
            MarketData market,
            ParameterHistory history,
            Ledger ledger,
            AvailableBalances available,
            FillBooking booking,
            QuoteUptime uptime) {
        this.clock = clock;
        this.log = log;
        this.market = market;
        this.history = history;
        this.ledger = ledger;
        this.available = available;
        this.booking = booking;
        this.uptime = uptime;
        startedAt = clock.instant();
    }

    /** A few lines for people. */
    public List<Message> lines() {
        mark();
        return said();
    }

    /** Once for a report, before the first number of it: it says one profit. */
    private void mark() {
        market.mid().ifPresent(ledger::mark);
    }

    private List<Message> said() {
        if (!ledger.isOpen() || !market.isKnown()) {
            return List.of(Message.of("engine.report.none"));
        }
        var rules = market.rules();
        var totals = ledger.totals();
        var quote = rules.quote();
        var ratio = market.mid()
                .map(mid -> InventoryRatio.of(available.balances(), mid).ratio())
                .map(percent -> Message.of("engine.report.ratio", Texts.rounded(percent, 1)))
                .orElseGet(() -> Message.of("engine.unknown"));
        return withFeesElsewhere(
                totals,
                withJudged(
                        Message.of(
                                "engine.report.fills",
                                Texts.length(Duration.between(startedAt, clock.instant())),
                                totals.fills(),
                                totals.buys(),
                                totals.sells(),
                                Texts.rounded(totals.volumeBase(), 4),
                                rules.base(),
                                Texts.rounded(totals.volumeQuote(), rules.decimals(totals.volumeQuote(), 2)),
                                quote),
                        earned(totals, rules),
                        Message.of(
                                "engine.report.cost",
                                money(ledger.realised(), rules),
                                money(ledger.unrealised(), rules),
                                money(ledger.realisedFirstInFirstOut(), rules),
                                money(ledger.unrealisedFirstInFirstOut(), rules),
                                quote),
                        traded(rules, totals),
                        Message.of("engine.report.rates", market.rates().text(history.parameters())),
                        Message.of(
                                "engine.report.uptime",
                                uptime.percent(Side.BID).toPlainString(),
                                uptime.percent(Side.ASK).toPlainString(),
                                Texts.length(uptime.whole()),
                                ofAllowed(Side.BID),
                                ofAllowed(Side.ASK),
                                ratio),
                        Message.of("engine.report.markout", booking.table().markouts(), quote)));
    }

    /** And how fills did by side, layer and regime, and what holding would have earned, as far as that is known. */
    private List<Message> withJudged(Message... lines) {
        var all = new ArrayList<>(List.of(lines));
        var judged = booking.table().judged();
        if (!judged.isEmpty()) {
            all.add(Message.of("engine.report.judged-all", Message.list(judged)));
        }
        var session = session();
        if (session != null) {
            var rules = market.rules();
            all.add(Message.of(
                    "engine.report.holding",
                    money(session.againstHolding(), rules),
                    rules.quote(),
                    money(session.holding(), rules)));
        }
        return all;
    }

    /** Since the session began; null when nobody knows how the books stood then. */
    private Earnings.@Nullable Period session() {
        var earnings = ledger.earnings(clock.instant());
        return earnings == null ? null : earnings.session();
    }

    /** A profit without some of its costs says so right behind it, and which costs in third assets are in it. */
    private List<Message> withFeesElsewhere(Totals totals, List<Message> lines) {
        var converted = ledger.parts().converted();
        var all = new ArrayList<>(lines);
        if (!totals.feesApart().isEmpty()) {
            all.add(PROFIT_LINE + 1, Message.of("engine.report.fees-apart", totals.feesApartText()));
        }
        if (converted.signum() != 0) {
            var rules = market.rules();
            all.add(
                    PROFIT_LINE + 1,
                    Message.of("engine.report.fees-converted", money(converted.negate(), rules), rules.quote()));
        }
        return all;
    }

    private static String money(BigDecimal value, Market rules) {
        return Texts.signed(value, rules.decimals(value, 4));
    }

    private String ofAllowed(Side side) {
        return uptime.percentOfAllowed(side).map(percent -> percent + " %").orElse("-");
    }

    private Message earned(Totals totals, Market rules) {
        var parts = ledger.parts();
        return Message.of(
                "engine.report.pnl",
                money(totals.pnl(), rules),
                rules.quote(),
                money(parts.captured(), rules),
                money(parts.markToMarket(), rules),
                money(parts.fees().negate(), rules),
                money(parts.rebalance(), rules),
                money(parts.transfers(), rules),
                money(parts.interest(), rules));
    }

    private Message traded(Market rules, Totals totals) {
        var turnover = ledger.volumes();
        return Message.of(
                "engine.report.traded",
                Texts.rounded(turnover.bought(), 4),
                Texts.rounded(turnover.sold(), 4),
                rules.base(),
                Texts.rounded(turnover.maker(), rules.decimals(turnover.maker(), 2)),
                Texts.rounded(turnover.taker(), rules.decimals(turnover.taker(), 2)),
                rules.quote(),
                Texts.rounded(turnover.turnover(ledger.openingEquity()), 2),
                Texts.rounded(turnover.wearPercent(totals.pnl()), 4),
                Texts.rounded(totals.feesQuote(), rules.decimals(totals.feesQuote(), 4)));
    }

    /** Tells it as the end of the session. */
    void tell() {
        mark();
        var lines = said();
        log.tell(clock.instant(), new DeskNews.SessionReported(lines, figures()), Message.sequence(lines));
    }

    private SessionFigures figures() {
        var totals = ledger.totals();
        var volumes = ledger.volumes();
        var session = session();
        return new SessionFigures(
                totals,
                ledger.parts(),
                session == null ? null : session.againstHolding(),
                new SessionFigures.Held(
                        ledger.unrealised(), ledger.realisedFirstInFirstOut(), ledger.unrealisedFirstInFirstOut()),
                new SessionFigures.Traded(volumes.maker(), volumes.taker(), volumes.wearPercent(totals.pnl())),
                new SessionFigures.Quoted(
                        uptime.percent(Side.BID),
                        uptime.percent(Side.ASK),
                        uptime.percentOfAllowed(Side.BID).orElse(null),
                        uptime.percentOfAllowed(Side.ASK).orElse(null)),
                market.rates().text(history.parameters()));
    }
}
