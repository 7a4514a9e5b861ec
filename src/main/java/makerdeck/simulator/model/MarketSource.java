package makerdeck.simulator.model;

import java.nio.file.Path;
import java.util.List;

/** Who makes the market besides the accounts. */
public sealed interface MarketSource {

    /** Simulated traders. */
    record Agents(MarketPreset preset) implements MarketSource {}

    /**
     * A recorded feed, see {@code Exchange} for how accounts trade on it.
     *
     * @param files played one after the other, at least one
     * @param queue where orders of accounts stand among the recorded ones
     * @param speed how many times faster than it was recorded, above 0; {@link #MAX_SPEED} for no pauses
     */
    record Recording(List<Path> files, QueueModel queue, double speed) implements MarketSource {

        public static final double MAX_SPEED = Double.POSITIVE_INFINITY;

        public Recording {
            files = List.copyOf(files);
            if (files.isEmpty()) {
                throw new IllegalArgumentException("files must be one at least");
            }
            if (!(speed > 0)) {
                throw new IllegalArgumentException("speed must be above 0, was " + speed);
            }
        }

        /** At its own pace. */
        public Recording(List<Path> files, QueueModel queue) {
            this(files, queue, 1);
        }

        /** At its own pace, with the most pessimistic queue. */
        public Recording(Path file) {
            this(List.of(file), QueueModel.RISK_AVERSE);
        }
    }

    /**
     * A market that is told from outside while it happens, line by line in the words of a recording.
     *
     * @param queue where orders of accounts stand among those that are told
     */
    record Told(QueueModel queue) implements MarketSource {}

    /** Nobody: only the accounts trade. */
    record Nobody() implements MarketSource {}
}
