package makerdeck.console.screen;

import java.util.List;
import makerdeck.console.pane.widget.Cut;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;

/**
 * What stands in one column of one row. A figure is shown in the first of its forms that fits, or not at all: part of a
 * figure lies. Words are cut, which their end says, and no figure in them is.
 *
 * @param forms the same thing, the longest first
 */
public record Cell(Role role, List<String> forms, Kind kind) {

    /** What may be done to it where it does not fit. */
    enum Kind {
        FIGURE,
        WORDS,
        /** A digit in it is but a letter. */
        NAME
    }

    public Cell {
        forms = List.copyOf(forms);
    }

    public static Cell figure(Role role, String... forms) {
        return new Cell(role, List.of(forms), Kind.FIGURE);
    }

    public static Cell word(Role role, String text) {
        return new Cell(role, List.of(text), Kind.WORDS);
    }

    public static Cell name(Role role, String text) {
        return new Cell(role, List.of(text), Kind.NAME);
    }

    public static Cell none() {
        return figure(Role.DIM, "");
    }

    String whole() {
        return forms.get(0);
    }

    int widest() {
        return Widths.of(whole());
    }

    int narrowest() {
        return kind == Kind.FIGURE ? Widths.of(forms.get(forms.size() - 1)) : 0;
    }

    /** In at most so many columns. */
    String within(int width) {
        for (var form : forms) {
            if (Widths.of(form) <= width) {
                return form;
            }
        }
        return switch (kind) {
            case FIGURE -> "";
            case WORDS -> Cut.to(whole(), width);
            case NAME -> Cut.name(whole(), width);
        };
    }
}
