package makerdeck.engine;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand;
import makerdeck.strategy.Parameter;

/** The lines of {@code show}. Engine thread only. */
final class Shows {

    private static final int FILLS = 20;

    private final Parts parts;
    private final Core core;

    Shows(Parts parts) {
        this.parts = parts;
        core = parts.core();
    }

    List<String> lines(DeskCommand.Show.Subject subject) {
        var lines =
                switch (subject) {
                    case ORDERS -> orders();
                    case FILLS -> fills();
                    case PARAMS ->
                        Stream.of(Parameter.values()).map(this::parameter).toList();
                    case STATS -> parts.report().lines();
                    case HEALTH -> List.of(health());
                    case ALERTS ->
                        core.diary().alerts().stream()
                                .map(alert -> alert.severity() + " " + alert.text()
                                        + (alert.count() > 1 ? " x" + alert.count() : ""))
                                .toList();
                };
        return lines.isEmpty() ? List.of("none") : lines;
    }

    private String parameter(Parameter parameter) {
        var tuning = core.tuning();
        return parameter.key() + " " + tuning.parameters().shown(parameter) + ", "
                + tuning.origin(parameter).source();
    }

    private List<String> orders() {
        return core.facts()
                .knownMarket()
                .map(market -> core.tracker().live().stream()
                        .map(order -> order.tag() + " " + Texts.order(order, market) + " " + order.state + " clientId "
                                + order.clientId().value())
                        .toList())
                .orElse(List.of());
    }

    private List<String> fills() {
        var market = core.facts().knownMarket();
        return market.isEmpty()
                ? List.of()
                : parts.bookings().rows().stream()
                        .limit(FILLS)
                        .map(row -> row.fill().at() + " " + row.tag() + " "
                                + Texts.side(row.fill().side()) + " "
                                + market.get().text(row.fill().quantity()) + " @ "
                                + market.get().text(row.fill().price()))
                        .toList();
    }

    private String health() {
        var health = core.facts().health();
        var roundTrip = health.roundTrip();
        var offset = health.clockOffset();
        return "market stream " + (health.publicUp() ? "up" : "down") + ", account stream "
                + (health.privateUp() ? "up" : "down") + ", round trip "
                + (roundTrip == null ? "unknown" : roundTrip.toMillis() + " ms") + ", clock "
                + (offset == null ? "unknown" : offset.toMillis() + " ms off") + ", reconnects " + health.reconnects()
                + ", gaps " + health.gaps() + ", requests " + health.requestsLastMinute() + " of "
                + health.requestLimit() + " a minute, guardian "
                + core.facts().guarding().name().toLowerCase(Locale.ROOT);
    }
}
