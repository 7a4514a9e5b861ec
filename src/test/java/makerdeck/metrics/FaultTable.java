package makerdeck.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import makerdeck.simulator.faults.Fault;

/** The README's table of which fault fires which rules. */
public final class FaultTable {

    /** What only sockets can do. */
    public static final Set<Fault> OF_THE_WIRE = EnumSet.of(
            Fault.CLOCK_STEP, Fault.WS_CLOSE, Fault.WS_GOODBYE, Fault.WS_DEAF, Fault.DEPTH_GAP, Fault.DEPTH_TWICE);

    private static final Pattern WORD = Pattern.compile("`([^`]+)`");

    private FaultTable() {}

    /** The rules that a fault fires. */
    public static Set<String> of(Fault fault) throws IOException {
        return Objects.requireNonNull(read().get(fault));
    }

    static Map<Fault, Set<String>> read() throws IOException {
        var text = Files.readString(Path.of("README.md"));
        var table = text.substring(text.indexOf("| fault of the venue | fires |\n"));
        var rules = new EnumMap<Fault, Set<String>>(Fault.class);
        table.lines().takeWhile(line -> line.startsWith("|")).skip(2).forEach(line -> {
            var cells = line.split("\\|");
            words(cells[1]).forEach(word -> {
                var twice = rules.put(
                        Fault.named(word).orElseThrow(() -> new AssertionError(word)),
                        words(cells[2]).collect(Collectors.toSet()));
                if (twice != null) {
                    throw new AssertionError(word + " is there twice");
                }
            });
        });
        return rules;
    }

    private static Stream<String> words(String cell) {
        return WORD.matcher(cell).results().map((MatchResult found) -> found.group(1));
    }
}
