package makerdeck.engine.operator;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Market;
import makerdeck.engine.books.FillBooking;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.log.Texts;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.orders.OrderTracker;
import makerdeck.engine.orders.RestingOrders;
import makerdeck.engine.parameters.CommandResult;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.engine.publish.CurveRows;
import makerdeck.engine.publish.SessionReport;
import makerdeck.engine.publish.WhyRows;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.FillRow;
import makerdeck.snapshot.Why;
import makerdeck.strategy.parameters.Parameter;

/** The lines of {@code show}. Engine thread only. */
public final class ShowCommand {

    private static final int FILLS = 20;

    private final Clock clock;
    private final EventLog log;
    private final MarketData market;
    private final ConnectionState connection;
    private final ParameterHistory history;
    private final OrderTracker tracker;
    private final FillBooking fills;
    private final SessionReport report;
    private final WhyRows why;
    private final CurveRows curve;

    public ShowCommand(
            Clock clock,
            EventLog log,
            MarketData market,
            ConnectionState connection,
            ParameterHistory history,
            OrderTracker tracker,
            FillBooking fills,
            SessionReport report,
            WhyRows why,
            CurveRows curve) {
        this.why = why;
        this.curve = curve;
        this.fills = fills;
        this.report = report;
        this.clock = clock;
        this.log = log;
        this.market = market;
        this.connection = connection;
        this.history = history;
        this.tracker = tracker;
    }

    CommandResult why(DeskCommand.Why.Topic topic) {
        var now = why.at(clock.instant());
        return told(lines(
                switch (topic) {
                    case ALL -> now.all();
                    case BID -> now.bids();
                    case ASK -> now.asks();
                    case REBALANCE -> now.rebalance();
                    case HALTED -> now.halted();
                }));
    }

    CommandResult curve() {
        return told(CurveLines.of(curve.now()));
    }

    CommandResult show(DeskCommand.Show command) {
        return told(lines(command));
    }

    private CommandResult told(List<Message> lines) {
        lines.forEach(line -> log.info(clock.instant(), line));
        return CommandResult.unchanged(Message.count("engine.show.lines", lines.size()));
    }

    CommandResult acknowledge() {
        int seen = log.acknowledge();
        var said = Message.count("engine.acknowledged", seen);
        return seen == 0 ? CommandResult.unchanged(said) : CommandResult.done(said);
    }

    private List<Message> lines(DeskCommand.Show command) {
        var lines =
                switch (command.subject()) {
                    case ORDERS -> orders();
                    case FILLS -> fills();
                    case PARAMETERS ->
                        Stream.of(Parameter.values()).map(this::parameter).toList();
                    case PRESETS, FAULTS -> command.known();
                    case STATS -> report.lines();
                    case RESULTS -> List.of(Message.of("engine.show.results"));
                    case HEALTH -> List.of(health());
                    case ALERTS -> log.alerts().stream().map(ShowCommand::alert).toList();
                };
        return lines.isEmpty() ? List.of(Message.of("engine.show.none")) : lines;
    }

    private static List<Message> lines(List<Why.Row> rows) {
        return rows.stream().map(Why.Row::text).toList();
    }

    private Message parameter(Parameter parameter) {
        return Message.of(
                "engine.show.parameter",
                parameter.key(),
                history.parameters().shown(parameter),
                history.origin(parameter).source().text());
    }

    private static Message alert(Alert alert) {
        var level = Message.of("engine.severity." + Texts.key(alert.severity()));
        return alert.count() > 1
                ? Message.of("engine.show.alert-again", level, alert.text(), alert.count())
                : Message.of("engine.show.alert", level, alert.text());
    }

    private List<Message> orders() {
        return market.knownRules()
                .map(rules -> tracker.live().stream()
                        .map(order -> RestingOrders.shown(order, rules))
                        .toList())
                .orElse(List.of());
    }

    private List<Message> fills() {
        var rules = market.knownRules();
        return rules.isEmpty()
                ? List.of()
                : fills.table().rows().stream()
                        .limit(FILLS)
                        .map(row -> fill(row, rules.get()))
                        .toList();
    }

    private static Message fill(FillRow row, Market rules) {
        var fill = row.fill();
        return Message.of("engine.show.fill", fill.at(), row.tag(), Texts.fill(fill, rules));
    }

    private Message health() {
        var health = connection.health();
        var roundTrip = health.roundTrip();
        var offset = health.clockOffset();
        var unknown = Message.of("engine.unknown");
        return Message.of(
                "engine.health",
                line(health.publicUp()),
                line(health.privateUp()),
                roundTrip == null ? unknown : roundTrip.toMillis() + " ms",
                offset == null ? unknown : Message.of("engine.health.clock-off", offset.toMillis()),
                health.reconnects(),
                health.gaps(),
                health.requestsLastMinute(),
                health.requestLimit(),
                guardians());
    }

    private Message guardians() {
        var all = new ArrayList<Message>();
        all.add(Message.of("engine.health.guardian." + Texts.key(connection.guardian())));
        connection
                .guardiansElsewhere()
                .forEach((address, state) -> all.add(Message.of(
                        "engine.health.guardian-at",
                        address,
                        Message.of("engine.health.guardian." + Texts.key(state)))));
        return Message.list(all);
    }

    private static Message line(boolean up) {
        return Message.of(up ? "engine.health.up" : "engine.health.down");
    }
}
