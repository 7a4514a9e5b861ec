package makerdeck.console.line;

import makerdeck.console.theme.Role;

/** A piece of the command line in one look. */
public record Span(Role role, String text) {}
