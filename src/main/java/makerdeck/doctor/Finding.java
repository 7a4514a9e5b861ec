package makerdeck.doctor;

import java.util.Locale;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What one check has found.
 *
 * @param check its name, the same in every language
 * @param found what it means
 * @param todo what to do, null when nothing is to be done
 */
public record Finding(
        String check, Level level, Message found, @Nullable Message todo) {

    /** How bad it is. */
    public enum Level {
        OK,
        /** A desk runs; somebody should look. */
        WARN,
        /** A desk does not run, or not as it should. */
        FAIL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String check, Message found) {
        return new Finding(check, Level.OK, found, null);
    }

    static Finding warn(String check, Message found, Message todo) {
        return new Finding(check, Level.WARN, found, todo);
    }

    static Finding fail(String check, Message found, Message todo) {
        return new Finding(check, Level.FAIL, found, todo);
    }
}
