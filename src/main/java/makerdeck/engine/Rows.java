package makerdeck.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import makerdeck.domain.Level;
import makerdeck.domain.Order;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.snapshot.Inventory;
import makerdeck.snapshot.OrderRow;
import makerdeck.snapshot.QuotingRow;
import makerdeck.strategy.Regime;
import org.jspecify.annotations.Nullable;

/** Makes the screen's rows from the desk's state. Engine thread only. */
final class Rows {

    private final Parts parts;
    private final Core core;
    private final RebalanceOutlook outlook;

    Rows(Parts parts) {
        this.parts = parts;
        core = parts.core();
        outlook = new RebalanceOutlook(parts);
    }

    /** Nearest the mid first, ours before others'. */
    List<OrderRow> orders() {
        var rows = new ArrayList<OrderRow>();
        for (var order : core.tracker().live()) {
            rows.add(row(order));
        }
        rows.sort(Comparator.comparing(OrderRow::side).thenComparing(Rows::nearestFirst));
        for (var order : core.externals().open()) {
            rows.add(row(order));
        }
        return List.copyOf(rows);
    }

    private static int nearestFirst(OrderRow one, OrderRow other) {
        return one.side() == Side.BID
                ? other.price().compareTo(one.price())
                : one.price().compareTo(other.price());
    }

    private OrderRow row(OwnOrder order) {
        return new OrderRow(
                order.tag(),
                order.clientId().value(),
                order.orderId,
                order.side(),
                order.price(),
                order.terms.quantity(),
                order.remaining(),
                order.state.name(),
                order.sentAt,
                queueAhead(order));
    }

    /** What rested at its price when it came and has not gone since; others may have come behind it. */
    private @Nullable Quantity queueAhead(OwnOrder order) {
        if (order.state != OrderState.OPEN) {
            return null;
        }
        var levels = core.facts().book().levels(order.side());
        var isShown =
                !levels.isEmpty() && !levels.get(levels.size() - 1).price().betterThan(order.price(), order.side());
        if (isShown) {
            var others = others(levels, order);
            var before = order.queueAhead;
            order.queueAhead = before == null || others.compareTo(before) < 0 ? others : before;
        }
        return order.queueAhead;
    }

    private static Quantity others(List<Level> levels, OwnOrder order) {
        for (var level : levels) {
            if (level.price().equals(order.price())) {
                var own = order.remaining();
                return level.quantity().compareTo(own) > 0 ? level.quantity().minus(own) : Quantity.ZERO;
            }
        }
        return Quantity.ZERO;
    }

    private static OrderRow row(Order order) {
        var id = order.clientId();
        return new OrderRow(
                "X",
                id == null ? 0 : id.value(),
                order.id(),
                order.side(),
                order.price(),
                order.quantity(),
                order.remaining(),
                "OPEN",
                order.createdAt(),
                (Quantity) null);
    }

    @Nullable
    Inventory inventory() {
        var facts = core.facts();
        var mid = facts.mid();
        var at = facts.balancesAt();
        if (mid.isEmpty() || at == null || !core.ledger().isOpen()) {
            return null;
        }
        var parameters = core.tuning().parameters();
        var balances = core.holdings().balances();
        var held = makerdeck.strategy.Inventory.of(balances, mid.get());
        return new Inventory(
                balances,
                held.ratio(),
                parameters.target(),
                parameters.target().subtract(parameters.threshold()),
                parameters.target().add(parameters.threshold()),
                parameters.target().subtract(parameters.bandHard()),
                parameters.target().add(parameters.bandHard()),
                held.total(),
                at);
    }

    QuotingRow quoting() {
        var quotes = parts.quoting().wanted();
        var regime = parts.pulse().regime();
        var volatility = parts.pulse().volatility();
        return new QuotingRow(
                quotes.spread().signum() == 0 ? null : quotes.spread(),
                quotes.spread().signum() == 0 ? "" : quotes.reason().word(),
                quotes.guards(),
                volatility.isEmpty() ? null : decimal(volatility.getAsDouble()),
                regime.map(Regime::name).orElse(""),
                regime.map(Regime::preset).orElse(""),
                parts.sides().text(Side.BID),
                parts.sides().text(Side.ASK),
                outlook.text(core.now()));
    }

    private static BigDecimal decimal(double percent) {
        return BigDecimal.valueOf(Math.round(percent * 1000), 3);
    }
}
