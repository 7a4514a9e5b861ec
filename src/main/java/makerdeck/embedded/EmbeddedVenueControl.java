package makerdeck.embedded;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.command.DeskCommand;
import makerdeck.engine.input.VenueControl;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.simulator.faults.Fault;

/** The operator's hand on the embedded venue. */
public final class EmbeddedVenueControl implements VenueControl {

    private final BackpackServer venue;
    private final Clock clock;

    public EmbeddedVenueControl(BackpackServer venue, Clock clock) {
        this.venue = venue;
        this.clock = clock;
    }

    @Override
    public Message act(DeskCommand.Rehearse command) {
        return switch (command.what()) {
            case FAULTS -> list();
            case FAULT -> command.name().isEmpty() ? list() : begin(command);
            case CALM -> {
                venue.faults().end();
                yield Message.of("program.venue.calm");
            }
            case MARKET ->
                command.name().isEmpty()
                        ? Message.plain(String.join(", ", EmbeddedVenue.presetNames()))
                        : become(command);
        };
    }

    private Message become(DeskCommand.Rehearse command) {
        venue.become(EmbeddedVenue.preset(command.name()));
        return Message.of("program.venue.became", command.name());
    }

    private Message begin(DeskCommand.Rehearse command) {
        var fault = Fault.named(command.name())
                .orElseThrow(() -> new MistakeException(Message.of("program.venue.no-fault", command.name())));
        var length = command.length() == null ? fault.usual() : command.length();
        venue.faults().begin(fault, EmbeddedVenue.nanos(clock.instant()), length);
        return Message.of("program.venue.fault", fault.word(), length.toSeconds(), fault.help());
    }

    @Override
    public Map<String, Instant> faults() {
        var on = new TreeMap<String, Instant>();
        for (var spell : venue.faults().on(EmbeddedVenue.nanos(clock.instant()))) {
            on.merge(
                    spell.fault().word(),
                    Instant.EPOCH.plusNanos(spell.untilNanos()),
                    (one, other) -> one.isAfter(other) ? one : other);
        }
        return on;
    }

    private Message list() {
        long now = EmbeddedVenue.nanos(clock.instant());
        var on = venue.faults().on(now).stream()
                .map(spell -> Message.of(
                        "program.venue.fault-left",
                        spell.fault().word(),
                        Duration.ofNanos(spell.untilNanos() - now).toSeconds()))
                .toList();
        var all = Fault.all().stream().map(Fault::word).collect(Collectors.joining(", "));
        return on.isEmpty()
                ? Message.of("program.venue.faults-none", all)
                : Message.of("program.venue.faults", all, Message.list(on));
    }
}
