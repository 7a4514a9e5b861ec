package makerdeck.command;

import makerdeck.message.Message;

/** A word that may come next, and what to know about it: unit, range, value now. */
public record Completion(String value, Message description) {}
