package makerdeck.embedded;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.command.DeskCommand;
import makerdeck.engine.input.VenueControl;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.simulator.faults.Fault;
import makerdeck.words.Words;

/** The operator's hand on the embedded venue. */
public final class EmbeddedVenueControl implements VenueControl {

    private final BackpackServer venue;
    private final Clock clock;

    public EmbeddedVenueControl(BackpackServer venue, Clock clock) {
        this.venue = venue;
        this.clock = clock;
    }

    @Override
    public String act(DeskCommand.Rehearse command) {
        return switch (command.what()) {
            case FAULTS -> list();
            case FAULT -> command.name().isEmpty() ? list() : begin(command);
            case CALM -> {
                venue.faults().end();
                yield Words.say("program.venue.calm");
            }
            case MARKET -> command.name().isEmpty() ? String.join(", ", EmbeddedVenue.presetNames()) : become(command);
        };
    }

    private String become(DeskCommand.Rehearse command) {
        venue.become(EmbeddedVenue.preset(command.name()));
        return Words.say("program.venue.became", command.name());
    }

    private String begin(DeskCommand.Rehearse command) {
        var fault = Fault.named(command.name())
                .orElseThrow(() -> new MistakeException(Message.of("program.venue.no-fault", command.name())));
        var length = command.length() == null ? fault.usual() : command.length();
        venue.faults().begin(fault, EmbeddedVenue.nanos(clock.instant()), length);
        return Words.say("program.venue.fault", fault.word(), length.toSeconds(), fault.help());
    }

    private String list() {
        long now = EmbeddedVenue.nanos(clock.instant());
        var on = venue.faults().on(now).stream()
                .map(spell -> Words.say(
                        "program.venue.fault-left",
                        spell.fault().word(),
                        Duration.ofNanos(spell.untilNanos() - now).toSeconds()))
                .collect(Collectors.joining(", "));
        var all = Fault.all().stream().map(Fault::word).collect(Collectors.joining(", "));
        return on.isEmpty() ? Words.say("program.venue.faults-none", all) : Words.say("program.venue.faults", all, on);
    }
}
