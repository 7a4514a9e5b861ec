package makerdeck.command;

import java.util.List;
import java.util.function.Function;
import makerdeck.message.Message;
import makerdeck.text.Columns;
import org.jspecify.annotations.Nullable;

/**
 * One line of help, in whatever language it is said.
 *
 * @param indent how deep it stands, in steps
 * @param beside what is said in a column of its own, null when there is only one
 */
public record HelpLine(int indent, Message text, @Nullable Message beside) {

    private static final int COLUMN = 34;
    private static final String STEP = "  ";

    static HelpLine of(Message text) {
        return new HelpLine(0, text, null);
    }

    static HelpLine of(Message left, Message right) {
        return new HelpLine(0, left, right);
    }

    HelpLine indented(int steps) {
        return new HelpLine(steps, text, beside);
    }

    /** As it is shown; two lines where the left column is too wide. */
    public List<String> said(Function<Message, String> language) {
        var left = STEP.repeat(indent) + language.apply(text);
        if (beside == null) {
            return List.of(left);
        }
        var right = language.apply(beside);
        return Columns.of(left) < COLUMN
                ? List.of(left + " ".repeat(COLUMN + 1 - Columns.of(left)) + right)
                : List.of(left, " ".repeat(COLUMN + 1) + right);
    }
}
