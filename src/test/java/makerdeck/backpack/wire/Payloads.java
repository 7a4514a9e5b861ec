package makerdeck.backpack.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Texts for tests: our own from the resources, recorded ones from outside the project. */
final class Payloads {

    private Payloads() {}

    static String own(String file) throws IOException {
        try (var stream = Payloads.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The lines of a recorded file; the test is skipped where recordings are absent. */
    static List<String> recorded(String file) throws IOException {
        var path = Path.of(System.getProperty("shared", "../shared"), "backpack", "messages", file);
        Assumptions.assumeTrue(Files.exists(path), "no recorded messages at " + path);
        return Files.readAllLines(path);
    }
}
