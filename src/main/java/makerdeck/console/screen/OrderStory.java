package makerdeck.console.screen;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import makerdeck.console.pane.View;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.theme.Role;
import makerdeck.domain.Market;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.FillRow;
import makerdeck.snapshot.OrderRow;
import makerdeck.snapshot.OrderStage;
import makerdeck.snapshot.OrderStep;

/** What is known of one order: what it is, and all that has happened to it. Of one that is gone, how it ended. */
final class OrderStory {

    private OrderRow order;

    OrderStory(OrderRow order) {
        this.order = order;
    }

    List<TextLine> lines(View view) {
        var now = view.desk().orders().stream()
                .filter(row -> OrdersTable.key(row).equals(OrdersTable.key(order)))
                .findFirst();
        now.ifPresent(row -> order = row);
        var facts = new Facts(view);
        var market = view.desk().market();
        if (market == null) {
            return facts.lines();
        }
        what(facts, view, market, now.isPresent());
        steps(facts, view, market);
        if (now.isEmpty()) {
            end(facts, view);
        }
        fills(facts, view, market);
        return facts.lines();
    }

    /** @param isThere what is left and how old it is goes on changing only while it is among the orders */
    private void what(Facts facts, View view, Market market, boolean isThere) {
        var role = order.side() == Side.BID ? Role.OWN_BID : Role.OWN_ASK;
        facts.add("console.column.tag", role, order.tag())
                .add("console.column.side", role, OrdersTable.side(order, view))
                .add("console.column.price", market.text(order.price()) + " " + market.quote())
                .add("console.column.quantity", market.text(order.quantity()) + " " + market.base());
        if (isThere) {
            facts.add("console.column.left", market.text(order.remaining()) + " " + market.base())
                    .add("console.column.age", Figures.roughAge(Duration.between(order.since(), view.now())));
        }
        facts.add("console.column.order-id", order.orderId());
        if (order.clientId() != 0) {
            facts.add("console.column.client-id", String.valueOf(order.clientId()));
        }
    }

    private void steps(Facts facts, View view, Market market) {
        facts.heading("console.order.story");
        if (order.steps().isEmpty()) {
            facts.line(
                    Role.DIM,
                    Figures.moment(order.since(), view.now(), view.zone()),
                    view.say("console.order.not-ours"));
        }
        var filled = Quantity.ZERO;
        for (var step : order.steps()) {
            var said = said(step, filled, view, market);
            var reason = step.reason();
            facts.line(
                    step.stage() == OrderStage.UNKNOWN ? Role.LATE : Role.TEXT,
                    Figures.moment(step.at(), view.now(), view.zone()),
                    reason == null ? said : said + ": " + view.say(reason));
            filled = step.filled();
        }
    }

    private String said(OrderStep step, Quantity before, View view, Market market) {
        boolean isPart = step.filled().compareTo(before) > 0 && !step.stage().isFinal();
        return isPart
                ? view.say("console.order.step.part", market.text(step.filled()), market.text(order.quantity()))
                : view.say("console.order.step." + word(step.stage()));
    }

    private static String word(OrderStage stage) {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** It is no longer among the orders: what the desk said of its end, as long as that is remembered. */
    private void end(Facts facts, View view) {
        var log = view.desk().log();
        Optional<DeskEvent> last = Optional.empty();
        for (int i = log.size() - 1; i >= 0 && last.isEmpty(); i--) {
            last = Optional.of(log.get(i)).filter(this::isEnd);
        }
        last.ifPresentOrElse(
                event -> facts.line(
                        Role.TEXT,
                        Figures.moment(event.at(), view.now(), view.zone()),
                        view.say("console.order.step." + word(((DeskNews.OrderMoved) event.news()).stage()))),
                () -> facts.sentence(Role.DIM, view.say("console.order.gone")));
    }

    private boolean isEnd(DeskEvent event) {
        return event.news() instanceof DeskNews.OrderMoved moved
                && moved.clientId().value() == order.clientId()
                && moved.stage().isFinal();
    }

    private void fills(Facts facts, View view, Market market) {
        var own = view.desk().fills().stream()
                .filter(row -> row.fill().orderId().equals(order.orderId()))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        facts.heading("console.order.fills");
        for (int i = own.size() - 1; i >= 0; i--) {
            facts.line(
                    Role.TEXT,
                    Figures.moment(own.get(i).fill().at(), view.now(), view.zone()),
                    fill(own.get(i), market));
        }
    }

    private static String fill(FillRow row, Market market) {
        var fill = row.fill();
        return market.textOfQuantity(fill.quantity()) + " @ " + market.textOfPrice(fill.price());
    }
}
