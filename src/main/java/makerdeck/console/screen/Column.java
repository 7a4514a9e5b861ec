package makerdeck.console.screen;

import java.util.Comparator;
import java.util.function.BiFunction;
import makerdeck.console.pane.View;

/**
 * A column of a table.
 *
 * @param title key of the bundles
 * @param importance of two columns that do not both fit, the one with the greater number leaves
 * @param right whether its cells end at the same column, as figures do
 * @param least columns that its words want at least
 * @param said what it says of a row
 * @param order of its rows, first to last
 */
public record Column<T>(
        String title, int importance, boolean right, int least, BiFunction<T, View, Cell> said, Comparator<T> order) {

    public static <T> Column<T> figure(
            String title, int importance, BiFunction<T, View, Cell> said, Comparator<T> order) {
        return new Column<>(title, importance, true, 0, said, order);
    }

    public static <T> Column<T> word(
            String title, int importance, int least, BiFunction<T, View, Cell> said, Comparator<T> order) {
        return new Column<>(title, importance, false, least, said, order);
    }
}
