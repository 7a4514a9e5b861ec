package makerdeck.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import makerdeck.faults.Damage;
import makerdeck.faults.SoundFiles;
import org.awaitility.Awaitility;

/** One start of the packaged program with one damaged file, to its end. */
final class DamagedStart {

    /** Which file it is. */
    enum Kind {
        JOURNAL("state/journal.db"),
        JOURNAL_AHEAD("state/journal.db-wal"),
        IDENTITY("state/identity-*"),
        LOCK("state/lock-*"),
        PRESET("config/presets/mine.properties"),
        KEY("keys"),
        REPLAY("feed"),
        THEME("config/themes/mine.properties"),
        HISTORY("state/history");

        private final String place;

        Kind(String place) {
            this.place = place;
        }
    }

    /**
     * @param end the state reached, and the exit code
     * @param told what was said about the file, a line each
     * @param wrong what may not be; empty when all is well
     */
    record Outcome(Kind kind, int seed, String end, String told, List<String> wrong) {}

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern STATE = Pattern.compile("\"event\":\"state\",\"state\":\"([A-Z]+)\"");
    private static final Pattern TRACE = Pattern.compile(
            "(?m)^\\s+at [\\w.$/@-]+\\(|^Caused by: |\\b[a-z]\\w*\\.[\\w.$]*(Exception|Error)\\b|Exception in thread");
    private static final Pattern REFUSED = Pattern.compile("left with ([0-9]+)");

    private final LeftBehind past;
    private final Path home;
    private final int seed;
    private final Kind kind;
    private final List<String> wrong = new ArrayList<>();

    DamagedStart(LeftBehind past, Path home, int seed) {
        this.past = past;
        this.home = home;
        this.seed = seed;
        kind = Kind.values()[seed % Kind.values().length];
    }

    Outcome run() throws IOException, InterruptedException {
        past.copyTo(home);
        var file = file();
        Files.createDirectories(file.getParent());
        Files.write(file, Damage.of(sound(file), new SplittableRandom(seed)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        var outcome = kind == Kind.THEME || kind == Kind.HISTORY ? onAScreen() : withoutAScreen(file);
        assertLogsAreClean();
        return outcome;
    }

    private Path file() throws IOException {
        if (!kind.place.endsWith("*")) {
            return home.resolve(kind.place);
        }
        try (var files = Files.newDirectoryStream(home.resolve("state"), kind.place.substring("state/".length()))) {
            return files.iterator().next();
        }
    }

    private byte[] sound(Path file) throws IOException {
        return switch (kind) {
            case PRESET -> SoundFiles.preset();
            case THEME -> SoundFiles.theme();
            case REPLAY -> SoundFiles.feed();
            case KEY ->
                ("key = " + past.environment().get("BACKPACK_KEY") + "\nsecret = "
                                + past.environment().get("BACKPACK_SECRET") + "\n")
                        .getBytes(StandardCharsets.UTF_8);
            case HISTORY -> "set spread 0.3\nlayers 2\npause\nresume\n".getBytes(StandardCharsets.UTF_8);
            case JOURNAL, JOURNAL_AHEAD, IDENTITY, LOCK -> Files.readAllBytes(file);
        };
    }

    private Outcome withoutAScreen(Path file) throws IOException, InterruptedException {
        try (var desk = new DeskProcess(home, environment(), arguments(file))) {
            Awaitility.await(kind + ", seed " + seed)
                    .atMost(PATIENCE)
                    .until(() -> !state(desk).isEmpty() || !desk.handle().isAlive());
            var state = state(desk);
            if (!state.isEmpty()) {
                desk.enter("quit");
            }
            var code = desk.exitCode();
            judge(desk, state, code, file);
            return new Outcome(kind, seed, state + " " + code, desk.errors() + alerts(desk.output()), wrong);
        }
    }

    private void judge(DeskProcess desk, String state, int code, Path file) throws IOException {
        requireClean("standard output", desk.output());
        requireClean("standard error", desk.errors());
        require(desk.output().lines().allMatch(line -> line.startsWith("{") && line.endsWith("}")), desk.output());
        if (state.isEmpty()) {
            require(code == 2 || code == 3, "code " + code);
            var first = desk.errors().lines().findFirst().orElse("");
            require(first.startsWith("makerdeck: ") && first.contains(file.toString()), desk.errors());
        } else {
            require(code == 0, "code " + code + ": " + desk.errors());
            for (var aside : keptAside()) {
                require(desk.output().contains(aside), aside + " is not told");
            }
        }
    }

    /** Under which names damaged files were kept. */
    private List<String> keptAside() throws IOException {
        try (var files = Files.list(home.resolve("state"))) {
            return files.map(each -> String.valueOf(each.getFileName()))
                    .filter(name -> name.contains(".damaged-") && !name.matches(".*-(wal|shm|journal)"))
                    .toList();
        }
    }

    private Map<String, String> environment() {
        if (kind == Kind.REPLAY) {
            return Map.of();
        }
        var environment = new HashMap<>(past.environment());
        if (kind == Kind.KEY) {
            environment.remove("BACKPACK_KEY");
            environment.remove("BACKPACK_SECRET");
        }
        return environment;
    }

    private String[] arguments(Path file) {
        if (kind == Kind.REPLAY) {
            return new String[] {"--replay", file.toString()};
        }
        var more =
                switch (kind) {
                    case PRESET -> Stream.of("--preset", "mine");
                    case KEY -> Stream.of("--key-file", file.toString());
                    default -> Stream.<String>of();
                };
        return Stream.concat(Stream.of("--exchange", "backpack", "--start"), more)
                .toArray(String[]::new);
    }

    /** The first state in which the desk has the venue's answer, empty while there was none. */
    private static String state(DeskProcess desk) {
        return STATE.matcher(desk.output())
                .results()
                .map(found -> found.group(1))
                .filter(state -> !state.equals("STARTING"))
                .findFirst()
                .orElse("");
    }

    private static String alerts(String output) {
        return output.lines()
                .filter(line -> line.contains("\"event\":\"alert\"") && line.contains("damaged"))
                .map(line -> line.replaceAll(".*\"text\":\"", "") + "\n")
                .reduce("", String::concat);
    }

    private Outcome onAScreen() throws IOException {
        try (var terminal = new Tmux(120, 40, home.toFile())) {
            terminal.enter("MAKERDECK_HOME=" + home + " " + past.shellPrefix() + " " + Program.launcher()
                    + " --exchange backpack --start --theme mine 2>errors; echo left with $?");
            var screen = terminal.await(
                    "quotes or the end",
                    PATIENCE,
                    now -> now.contains("B1 ") && now.contains("A1 ")
                            || REFUSED.matcher(now).find());
            requireClean("screen", screen);
            var works = !REFUSED.matcher(screen).find();
            if (works) {
                terminal.quit();
                screen = terminal.await(
                        "the end", PATIENCE, now -> REFUSED.matcher(now).find());
            }
            requireClean("screen", screen);
            require(screen.contains("left with 0"), screen);
            var errors = Files.readString(home.resolve("errors"));
            require(errors.isEmpty(), errors);
            return new Outcome(kind, seed, works ? "QUOTING 0" : "none", errors, wrong);
        }
    }

    private void assertLogsAreClean() throws IOException {
        try (var files = Files.list(home.resolve("state"))) {
            for (var log : (Iterable<Path>) files.filter(file -> file.toString().endsWith(".log"))::iterator) {
                requireClean(String.valueOf(log.getFileName()), Files.readString(log));
            }
        }
    }

    private void requireClean(String where, String text) {
        TRACE.matcher(text)
                .results()
                .findFirst()
                .ifPresent(found -> wrong.add(where + ": ..."
                        + text.substring(
                                Math.max(0, found.start() - 300), Math.min(text.length(), found.end() + 300))));
    }

    private void require(boolean held, String otherwise) {
        if (!held) {
            wrong.add(otherwise);
        }
    }
}
