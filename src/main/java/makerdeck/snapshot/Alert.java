package makerdeck.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import makerdeck.message.Message;

/** Something the operator must see; stays until acknowledged. {@code count} times the same. */
public record Alert(Instant at, Severity severity, Message text, long count) {

    /** The one that is shown where there is room for one: of the gravest the latest; empty when there is none. */
    public static Optional<Alert> gravest(List<Alert> alerts) {
        return alerts.stream().reduce((one, later) -> later.severity().compareTo(one.severity()) >= 0 ? later : one);
    }
}
