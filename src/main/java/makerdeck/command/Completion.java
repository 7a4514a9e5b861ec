package makerdeck.command;

/** A word that may come next, and what to know about it: unit, range, value now. */
public record Completion(String value, String description) {}
