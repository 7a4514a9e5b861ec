package makerdeck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import makerdeck.engine.input.Inbox;
import makerdeck.metrics.Monitoring;
import makerdeck.settings.Folders;
import makerdeck.settings.ParsedCommand;
import makerdeck.settings.PresetFile;
import makerdeck.settings.Settings;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a run ends whose engine thread fails before it trades. */
class DeskRuntimeTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String TWO_SEEDS = Base64.getEncoder().encodeToString(new byte[64]);

    @TempDir
    private Path home;

    private ExitOutcome ending(Clock clock, Map<String, String> environment, String... flags) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var asked = assertInstanceOf(
                ParsedCommand.RunDesk.class, Settings.read(flags, environment, Spoken.ENGLISH, nowhere, nowhere));
        var folders = new Folders(home.resolve("config"), home.resolve("state"), null);
        var plan = DeskPlan.of(asked.settings(), folders, new PresetFile(List.of(home), Spoken.ENGLISH));
        var desk = new DeskRuntime(plan, clock, new Inbox(clock), Spoken.ENGLISH, false, Monitoring.NONE);
        desk.live(event -> {});
        return desk.ending().join();
    }

    @Test
    void aCallersBugOnTheEngineThreadIsAnInternalErrorAndNotTheOperatorsFault() {
        assertEquals(70, ending(new OddClock(), Map.of()).code());
    }

    @Test
    void aSecretWhoseSecondHalfIsNotItsPublicKeyIsTheOperatorsSlip() {
        var keys = Map.of("BACKPACK_KEY", KEY, "BACKPACK_SECRET", TWO_SEEDS);

        var end = ending(Clock.systemUTC(), keys, "--exchange", "backpack", "--no-guardian");

        assertEquals(2, end.code());
        assertEquals(
                List.of("the secret from BACKPACK_KEY and BACKPACK_SECRET must be 32 bytes,"
                        + " or 64 of which the second half is its public key, in base64"),
                end.lines());
    }

    /** Tells the time once, and is then asked for what it cannot do: a bug of ours. */
    private static final class OddClock extends Clock {

        private int asked;

        @Override
        public Instant instant() {
            asked++;
            if (asked > 1) {
                throw new IllegalArgumentException("no such time");
            }
            return Instant.parse("2026-09-01T12:00:00Z");
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
