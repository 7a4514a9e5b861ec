package makerdeck;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import makerdeck.embedded.EmbeddedVenue;
import makerdeck.message.MistakeException;
import makerdeck.settings.DeskSettings;
import makerdeck.settings.Folders;
import makerdeck.settings.PresetFile;
import makerdeck.settings.Version;
import makerdeck.snapshot.Mode;
import makerdeck.strategy.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the desk will be, all of it judged. Immutable.
 *
 * @param embedded null when the venue is reached by address
 */
record DeskPlan(
        DeskSettings settings,
        Folders folders,
        StartParameters parameters,
        @Nullable EmbeddedVenue embedded) {

    private static final Duration HEADLESS_WAIT = Duration.ofSeconds(30);

    /** Throws {@link MistakeException} naming what is wrong. */
    static DeskPlan of(DeskSettings settings, Folders folders, PresetFile presets) {
        var simulated = settings.simulated();
        return new DeskPlan(
                settings,
                folders,
                StartParameters.of(settings, presets),
                simulated == null ? null : EmbeddedVenue.of(simulated));
    }

    String symbol() {
        return embedded == null ? settings.symbol() : embedded.symbol();
    }

    Mode mode() {
        var simulated = settings.simulated();
        if (simulated != null) {
            return simulated.real() != null ? Mode.PAPER : simulated.replay().isEmpty() ? Mode.SIM : Mode.REPLAY;
        }
        var remote = settings.remote();
        return remote != null && remote.local() ? Mode.TEST : Mode.LIVE;
    }

    /** Whether the desk may quote without being told to. */
    boolean quotesAtOnce() {
        return embedded != null || settings.start();
    }

    /** What the screen calls the venue. */
    String venueName() {
        var remote = settings.remote();
        if (embedded != null) {
            return embedded.name();
        }
        return remote == null || !remote.local() ? "backpack" : remote.rest().getAuthority();
    }

    /** What a captured session says of itself. */
    Map<String, String> about() {
        var about = new TreeMap<>(Map.of(
                "format", "1",
                "program", Version.number(),
                "symbol", symbol(),
                "venue", venueName(),
                "mode", mode().name()));
        for (var parameter : Parameter.values()) {
            about.put("parameter." + parameter.key(), parameters.parameters().text(parameter));
        }
        return about;
    }

    /** How long the real market of a paper desk is waited for: nobody can leave meanwhile. */
    Duration patience() {
        var asked = settings.longestWait();
        return asked == null ? HEADLESS_WAIT : asked;
    }

    /**
     * How long a venue that is not reached is tried, null for as long as it takes. The embedded one comes up sooner or
     * later; another one is waited for as the operator says.
     *
     * @param patient somebody sees that it is not reached, and may leave
     */
    @Nullable
    Duration longestWait(boolean patient) {
        var asked = settings.longestWait();
        if (embedded != null || asked != null) {
            return asked;
        }
        return patient ? null : HEADLESS_WAIT;
    }
}
