package makerdeck.metrics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Debian's promtool (package prometheus); a test that needs it is skipped, saying so, where it is not. */
final class Promtool {

    private Promtool() {}

    record Verdict(int code, String said) {}

    static Verdict run(Path input, String... arguments) throws IOException, InterruptedException {
        var tool = Path.of("/usr/bin/promtool");
        Assumptions.assumeTrue(Files.isExecutable(tool), "skipped: promtool is not there (package prometheus)");
        var command = new ArrayList<>(List.of(tool.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(input.toFile())
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(process.waitFor(), said);
    }
}
