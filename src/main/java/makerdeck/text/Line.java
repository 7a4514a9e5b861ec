package makerdeck.text;

import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * One line of a text, without its end. Immutable.
 *
 * @param number from 1
 * @param text what could be read of it; no part of it counts while there is a flaw
 * @param flaw why it cannot be read, null when it can
 */
public record Line(int number, String text, @Nullable Message flaw) {

    public boolean isReadable() {
        return flaw == null;
    }

    /** Nothing, or a remark: what stands there is of no weight, readable or not. */
    public boolean isRemark() {
        var start = Plain.of(text);
        return isReadable() && start.isEmpty() || start.startsWith("#") || start.startsWith("!");
    }
}
