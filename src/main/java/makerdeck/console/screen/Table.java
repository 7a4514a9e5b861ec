package makerdeck.console.screen;

import java.util.List;
import java.util.Optional;
import makerdeck.command.ScreenName;
import makerdeck.console.pane.View;
import makerdeck.message.Message;

/**
 * What a table is made of: which rows, in which columns, and what may be done with one. UI thread only.
 *
 * @param <T> a row; two that are equal in {@link #identity} are the same row at different times
 */
public interface Table<T> {

    ScreenName name();

    List<Column<T>> columns();

    /** As they come: the order until the operator wants another. */
    List<T> rows(View view);

    /** A row that stands below all others, whatever their order: what they come to. */
    default Optional<T> total(View view) {
        return Optional.empty();
    }

    /** What stays the same of a row while everything else of it changes. */
    Object identity(T row);

    /** What sums the rows up, for the title; the first matters most. */
    List<String> summary(View view);

    /** What is said where there are no rows. */
    Message empty(View view);

    /** What there is to say of a row, on a screen of its own. */
    default Optional<FullScreen> open(T row, View view) {
        return Optional.empty();
    }

    /** What may be done with a row. */
    default List<RowAction> actions(T row, View view) {
        return List.of();
    }

    /** Why {@link #actions} has nothing for a key, for who presses it all the same. */
    default Message noAction(T row) {
        return Message.of("console.table.no-action");
    }

    /** What is copied of a row. */
    String copied(T row, View view);
}
