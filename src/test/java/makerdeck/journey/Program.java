package makerdeck.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** The desk that was started from a shell: neither the launcher's shell nor the guardian. */
    static ProcessHandle desk(long shell) {
        return ProcessHandle.of(shell)
                .flatMap(handle -> handle.descendants()
                        .filter(child -> List.of(child.info().arguments().orElse(new String[0]))
                                .contains("makerdeck.Main"))
                        .filter(child -> child.info().command().orElse("").endsWith("java"))
                        .findFirst())
                .orElseThrow();
    }
}
