package makerdeck.snapshot;

/** How much a line wants to be read. */
public enum Severity {
    INFO,
    WARN,
    CRITICAL
}
