package makerdeck.settings;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the desk was asked to be. Exactly one of the venues is set.
 *
 * @param parameters key to value, from flags
 * @param preset loaded at start, null for none
 * @param start begin quoting at once on a venue that is not simulated
 * @param newBooks profit and totals begin at zero, whatever the journal remembers
 * @param headless JSON lines in place of the screen
 * @param stays without a screen too when its duration is over
 * @param keepsRunning goes on without a terminal when that hangs up, in place of leaving in order
 * @param guardians who cancels the desk's orders if the desk dies
 * @param watch looks on and never sends an order
 * @param metrics where figures for a monitoring system are served, null for nowhere
 * @param capture where the session with the venue is written down, null for nowhere
 * @param longestWait until a venue that is not reached is given up, null when nothing was said
 */
public record DeskSettings(
        @Nullable SimulatedVenue simulated,
        @Nullable RemoteVenue remote,
        Map<String, String> parameters,
        @Nullable String preset,
        boolean start,
        boolean newBooks,
        boolean headless,
        boolean stays,
        boolean keepsRunning,
        Guardians guardians,
        boolean watch,
        @Nullable InetSocketAddress metrics,
        @Nullable Path capture,
        @Nullable Duration longestWait,
        Look look) {

    /** How the screen looks. */
    public record Look(String theme, int framesPerSecond) {

        private static final int MOST_FRAMES = 30;

        /** Throws {@link MistakeException} with the nearest legal number of frames. */
        static Look of(String theme, int framesPerSecond) {
            if (framesPerSecond < 1 || framesPerSecond > MOST_FRAMES) {
                throw new MistakeException(Message.of(
                        "settings.fps", framesPerSecond, Math.max(1, Math.min(MOST_FRAMES, framesPerSecond))));
            }
            return new Look(theme, framesPerSecond);
        }
    }

    public String symbol() {
        if (simulated != null) {
            return simulated.symbol();
        }
        if (remote != null) {
            return remote.symbol();
        }
        throw new IllegalStateException("a desk needs a venue");
    }
}
