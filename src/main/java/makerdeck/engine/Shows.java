package makerdeck.engine;

import java.util.List;
import java.util.stream.Stream;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Market;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.FillRow;
import makerdeck.snapshot.ParameterRow;
import makerdeck.strategy.Parameter;
import makerdeck.words.Words;

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
                        core.diary().alerts().stream().map(Shows::alert).toList();
                };
        return lines.isEmpty() ? List.of(Words.say("engine.show.none")) : lines;
    }

    private String parameter(Parameter parameter) {
        var tuning = core.tuning();
        return Words.say(
                "engine.show.parameter",
                parameter.key(),
                tuning.parameters().shown(parameter),
                ParameterRow.origin(tuning.origin(parameter).source()));
    }

    private static String alert(Alert alert) {
        var level = Words.say("engine.severity." + Texts.key(alert.severity()));
        return alert.count() > 1
                ? Words.say("engine.show.alert-again", level, alert.text(), alert.count())
                : Words.say("engine.show.alert", level, alert.text());
    }

    private List<String> orders() {
        return core.facts()
                .knownMarket()
                .map(market -> core.tracker().live().stream()
                        .map(order -> Resting.shown(order, market))
                        .toList())
                .orElse(List.of());
    }

    private List<String> fills() {
        var market = core.facts().knownMarket();
        return market.isEmpty()
                ? List.of()
                : parts.bookings().rows().stream()
                        .limit(FILLS)
                        .map(row -> fill(row, market.get()))
                        .toList();
    }

    private static String fill(FillRow row, Market market) {
        var fill = row.fill();
        return fill.at() + " " + row.tag() + " " + Texts.fill(fill, market);
    }

    private String health() {
        var health = core.facts().health();
        var roundTrip = health.roundTrip();
        var offset = health.clockOffset();
        var unknown = Words.say("engine.unknown");
        return Words.say(
                "engine.health",
                line(health.publicUp()),
                line(health.privateUp()),
                roundTrip == null ? unknown : roundTrip.toMillis() + " ms",
                offset == null ? unknown : Words.say("engine.health.clock-off", offset.toMillis()),
                health.reconnects(),
                health.gaps(),
                health.requestsLastMinute(),
                health.requestLimit(),
                Words.say("engine.health.guardian." + Texts.key(core.facts().guarding())));
    }

    private static String line(boolean up) {
        return Words.say(up ? "engine.health.up" : "engine.health.down");
    }
}
