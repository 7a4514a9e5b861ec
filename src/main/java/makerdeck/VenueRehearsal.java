package makerdeck;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.Collectors;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.command.DeskCommand;
import makerdeck.engine.Rehearsal;
import makerdeck.simulator.Fault;

/** The operator's hand on the embedded venue. */
final class VenueRehearsal implements Rehearsal {

    private final BackpackServer venue;
    private final Clock clock;

    VenueRehearsal(BackpackServer venue, Clock clock) {
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
                yield "nothing goes wrong any more";
            }
            case MARKET -> command.name().isEmpty() ? String.join(", ", EmbeddedVenue.presetNames()) : become(command);
        };
    }

    private String become(DeskCommand.Rehearse command) {
        venue.become(EmbeddedVenue.preset(command.name()));
        return "the market is " + command.name() + " from now on";
    }

    private String begin(DeskCommand.Rehearse command) {
        var fault = Fault.named(command.name())
                .orElseThrow(() -> new IllegalArgumentException("no fault " + command.name()));
        var length = command.length() == null ? fault.usual() : command.length();
        venue.faults().begin(fault, EmbeddedVenue.nanos(clock.instant()), length);
        return fault.word() + " for " + length.toSeconds() + " s: " + fault.help();
    }

    private String list() {
        long now = EmbeddedVenue.nanos(clock.instant());
        var on = venue.faults().on(now).stream()
                .map(spell -> spell.fault().word() + " for "
                        + Duration.ofNanos(spell.untilNanos() - now).toSeconds() + " s")
                .collect(Collectors.joining(", "));
        return Fault.all().stream().map(Fault::word).collect(Collectors.joining(", ")) + "; now "
                + (on.isEmpty() ? "none" : on);
    }
}
