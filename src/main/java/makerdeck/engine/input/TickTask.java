package makerdeck.engine.input;

import java.time.Instant;

/** Something that has to be done because time passes. Engine thread only; must not block. */
@FunctionalInterface
public interface TickTask {

    void tick(Instant now);

    /** All of them, in this order. */
    static TickTask all(TickTask... tasks) {
        return now -> {
            for (var task : tasks) {
                task.tick(now);
            }
        };
    }
}
