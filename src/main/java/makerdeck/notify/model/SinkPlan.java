package makerdeck.notify.model;

import makerdeck.snapshot.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What one sink is to be told.
 *
 * @param level the least grave that is sent
 * @param quiet null when it may speak at any hour
 */
public record SinkPlan(Severity level, Rate rate, @Nullable QuietHours quiet) {

    public boolean wants(Note note) {
        return switch (note.kind()) {
            case TEST, SUMMARY -> true;
            case ALERT, RECOVERED, STATE -> note.level().compareTo(level) >= 0;
        };
    }
}
