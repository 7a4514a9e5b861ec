package makerdeck.snapshot;

import java.time.Instant;
import makerdeck.message.Message;

/** Something the operator must see; stays until acknowledged. {@code count} times the same. */
public record Alert(Instant at, Severity severity, Message text, long count) {}
