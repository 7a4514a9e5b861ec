package makerdeck.engine.operator;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import makerdeck.domain.Market;
import makerdeck.engine.books.AvailableBalances;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.lifecycle.Shutdown;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.engine.orders.ManagedOrder;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.orders.UnreadableOrders;
import makerdeck.message.Message;
import makerdeck.snapshot.Earnings;
import makerdeck.snapshot.OrderStage;
import makerdeck.venue.Stream;

/**
 * What an operator has to know before he leaves: which orders go, which may stay, what becomes of the inventory, and
 * what the session has earned. Cancels nothing.
 *
 * <p>Engine thread only.
 */
public final class QuitReview {

    private static final int ORDERS_SHOWN = 4;

    private final Clock clock;
    private final ClientIdAllocator ids;
    private final MarketData market;
    private final ConnectionState connection;
    private final OrderTracker tracker;
    private final UnreadableOrders unreadable;
    private final Shutdown shutdown;
    private final Ledger ledger;
    private final AvailableBalances available;
    private final Instant startedAt;
    private final long fillsBefore;

    public QuitReview(
            Clock clock,
            ClientIdAllocator ids,
            MarketData market,
            ConnectionState connection,
            OrderTracker tracker,
            UnreadableOrders unreadable,
            Shutdown shutdown,
            Ledger ledger,
            AvailableBalances available) {
        this.clock = clock;
        this.ids = ids;
        this.market = market;
        this.connection = connection;
        this.tracker = tracker;
        this.unreadable = unreadable;
        this.shutdown = shutdown;
        this.ledger = ledger;
        this.available = available;
        startedAt = clock.instant();
        fillsBefore = ledger.totals().fills();
    }

    /** @param keep whether the orders are left where they are */
    List<Message> rows(boolean keep) {
        var rows = new ArrayList<Message>();
        if (ids.isWatching()) {
            rows.add(Message.of("engine.quit.review-watching"));
        } else {
            orders(rows, keep);
        }
        rows.add(inventory());
        rows.add(result());
        return rows;
    }

    private void orders(List<Message> rows, boolean keep) {
        var sure = new ArrayList<ManagedOrder>();
        var unsure = new ArrayList<ManagedOrder>();
        for (var order : tracker.live()) {
            (order.stage() == OrderStage.UNKNOWN ? unsure : sure).add(order);
        }
        if (!sure.isEmpty()) {
            rows.add(Message.count(
                    keep ? "engine.quit.review-keeps" : "engine.quit.review-cancels",
                    sure.size(),
                    named(sure, keep ? sure.size() : ORDERS_SHOWN)));
        }
        int odd = unreadable.perhapsOurs(ids, tracker).size();
        if (!unsure.isEmpty() || odd > 0) {
            rows.add(Message.count("engine.quit.review-unsure", unsure.size() + (long) odd));
        }
        if (shutdown.isInTheDark()) {
            rows.add(Message.of("engine.resting.earlier"));
        } else if (sure.isEmpty() && unsure.isEmpty() && odd == 0) {
            rows.add(Message.of("engine.quit.review-no-orders"));
        }
        if (!connection.isUp(Stream.PRIVATE)) {
            var guardian = "engine.quit.review-guardian." + Texts.key(connection.guardian());
            rows.add(Message.of("engine.quit.review-unreachable", Message.of(guardian)));
        }
    }

    /** {@code B1 149.77 x 2.20, B2 149.70 x 2.20, +4 more}. */
    private Message named(List<ManagedOrder> orders, int most) {
        var rules = market.rules();
        var shown = orders.stream()
                .limit(most)
                .map(order -> order.tag() + " " + rules.text(order.price()) + " x " + rules.text(order.remaining()))
                .toList();
        int more = orders.size() - shown.size();
        return more == 0 ? Message.list(shown) : Message.of("engine.quit.review-more", Message.list(shown), more);
    }

    private Message inventory() {
        if (market.knownRules().isEmpty() || !ledger.isOpen()) {
            return Message.of("engine.quit.review-unknown");
        }
        var rules = market.rules();
        var held = available.balances();
        return Message.of(
                "engine.quit.review-stays",
                Texts.rounded(held.base().total(), rules.decimals(held.base().total(), 4)),
                rules.base(),
                Texts.rounded(held.quote().total(), rules.decimals(held.quote().total(), 2)),
                rules.quote());
    }

    private Message result() {
        var now = clock.instant();
        long fills = ledger.totals().fills() - fillsBefore;
        var earnings = ledger.isOpen() ? ledger.earnings(now) : null;
        var session = earnings == null ? null : earnings.session();
        if (session == null || market.knownRules().isEmpty()) {
            return Message.of("engine.quit.review-no-result", Texts.length(Duration.between(startedAt, now)), fills);
        }
        // One that was cut off goes on, and began with the run before this one, or earlier.
        boolean isOlder = session.since().isBefore(startedAt);
        var length = Texts.length(Duration.between(isOlder ? session.since() : startedAt, now));
        var result = earned(
                isOlder ? "engine.quit.review-result-gone-on" : "engine.quit.review-result",
                length,
                fills,
                session,
                market.rules());
        var apart = ledger.totals().feesApartText();
        return apart.isEmpty()
                ? result
                : Message.of("engine.set.and", result, Message.of("engine.report.fees-apart", apart));
    }

    private static Message earned(String key, String length, long fills, Earnings.Period period, Market rules) {
        var parts = period.parts();
        return Message.of(
                key,
                length,
                fills,
                money(period.profit(), rules),
                rules.quote(),
                money(parts.captured(), rules),
                money(parts.markToMarket(), rules),
                money(parts.fees().add(parts.converted()).negate(), rules),
                money(parts.rebalance(), rules),
                money(parts.interest(), rules));
    }

    private static String money(BigDecimal value, Market rules) {
        return Texts.signed(value, rules.decimals(value, 2));
    }
}
