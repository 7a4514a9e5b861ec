package makerdeck.engine.input;

import java.time.Instant;
import java.util.Map;
import makerdeck.command.DeskCommand;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;

/** The hand of an operator on the simulated venue. Engine thread only; must not block. */
public interface VenueControl {

    /** A real venue does as it likes. */
    VenueControl NONE = command -> {
        throw new MistakeException(Message.of("engine.rehearsal.none"));
    };

    /**
     * Has the venue do it; one line that says what.
     *
     * @throws MistakeException when it cannot
     */
    Message act(DeskCommand.Rehearse command);

    /** What goes wrong on purpose now, by name, and until when. */
    default Map<String, Instant> faults() {
        return Map.of();
    }
}
