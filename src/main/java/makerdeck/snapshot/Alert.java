package makerdeck.snapshot;

import java.time.Instant;

/** Something the operator must see; stays until acknowledged. {@code count} times the same. */
public record Alert(Instant at, Severity severity, String text, long count) {}
