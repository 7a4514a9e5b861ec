package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor of the packaged program at a venue of its own. */
class DoctorIT {

    @TempDir
    private Path home;

    private List<String> doctor(Map<String, String> environment, int code, String... flags)
            throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(Program.launcher().toString(), "doctor"));
        words.addAll(List.of(flags));
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("MAKERDECK_HOME", home.toString());
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        var process = builder.start();
        var lines = process.inputReader().lines().toList();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(code, process.exitValue(), lines::toString);
        return lines;
    }

    @Test
    void aSoundVenueHasNothingWrongTheOrderIsGoneAndNoSecretIsLeft() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "31")) {
            var lines = doctor(venue.environment(), 0, "--json", "--order");

            assertTrue(lines.stream().anyMatch(line -> line.contains("\"check\":\"cancel\"")), lines::toString);
            assertTrue(lines.stream().noneMatch(line -> line.contains("\"level\":\"fail\"")), lines::toString);
            assertEquals(0, venue.open());
            var secret = String.valueOf(venue.environment().get("BACKPACK_SECRET"));
            var key = String.valueOf(venue.environment().get("BACKPACK_KEY"));
            try (var files = Files.walk(home.resolve("state"))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var text = Files.readString(file);
                    assertFalse(text.contains(secret) || text.contains(key), file::toString);
                }
            }
        }
    }

    @Test
    void aVenueThatIsNotThereIsSaidSoInTheOperatorsLanguage() throws IOException, InterruptedException {
        var nowhere = Map.of("BACKPACK_API_URL", "http://127.0.0.1:1", "BACKPACK_WS_URL", "ws://127.0.0.1:1");

        assertTrue(doctor(nowhere, 7).get(0).startsWith("FAIL"));
        assertTrue(doctor(nowhere, 7, "--lang", "zh-TW").get(0).startsWith("失敗"));
    }
}
