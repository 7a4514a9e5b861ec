package makerdeck.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The packaged program, as {@code package} leaves it. */
final class Program {

    private Program() {}

    /** The launcher; the test is skipped, saying so, when the program was not packaged. */
    static Path launcher() {
        var launcher = Path.of(System.getProperty("makerdeck.home", "target/makerdeck"), "bin", "makerdeck")
                .toAbsolutePath();
        Assumptions.assumeTrue(Files.isExecutable(launcher), launcher + " is not there: package first");
        return launcher;
    }
}
