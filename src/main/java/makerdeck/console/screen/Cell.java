package makerdeck.console.screen;

import java.util.List;
import makerdeck.console.pane.widget.Cut;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;

/**
 * What stands in one column of one row. A figure is shown in the first of its forms that fits, or not at all: part of a
 * figure lies. A word is cut, which its end says.
 *
 * @param forms the same thing, the longest first
 */
public record Cell(Role role, List<String> forms, boolean isWord) {

    public Cell {
        forms = List.copyOf(forms);
    }

    public static Cell figure(Role role, String... forms) {
        return new Cell(role, List.of(forms), false);
    }

    public static Cell word(Role role, String text) {
        return new Cell(role, List.of(text), true);
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
        return isWord ? 0 : Widths.of(forms.get(forms.size() - 1));
    }

    /** In at most so many columns. */
    String within(int width) {
        for (var form : forms) {
            if (Widths.of(form) <= width) {
                return form;
            }
        }
        return isWord ? Cut.name(whole(), width) : "";
    }
}
