package makerdeck.console.line;

import java.util.List;
import makerdeck.command.Completion;

/**
 * The list of completions above the command line. Immutable.
 *
 * @param chosen index of the one put into the line, -1 when none is yet
 */
public record Menu(List<Completion> items, int chosen) {

    public static final Menu CLOSED = new Menu(List.of(), -1);

    public Menu {
        items = List.copyOf(items);
    }

    public boolean isOpen() {
        return !items.isEmpty();
    }
}
