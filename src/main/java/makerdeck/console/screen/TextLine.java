package makerdeck.console.screen;

import makerdeck.console.theme.Role;

/** A line of a page of text; wrapped where it is too long. */
public record TextLine(Role role, String text) {

    public static TextLine of(String text) {
        return new TextLine(Role.TEXT, text);
    }
}
