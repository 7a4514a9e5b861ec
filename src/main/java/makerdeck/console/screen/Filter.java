package makerdeck.console.screen;

import java.util.Arrays;
import makerdeck.console.pane.widget.Figures;

/** What of a text a filter wants: every word of it somewhere, upper and lower case alike. */
final class Filter {

    private Filter() {}

    static boolean matches(String text, String filter) {
        return Arrays.stream(filter.split("\\s+")).allMatch(word -> Figures.contains(text, word));
    }
}
