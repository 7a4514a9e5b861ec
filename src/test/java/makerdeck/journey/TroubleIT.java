package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import makerdeck.faults.FaultRow;
import makerdeck.process.HeldPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong before a desk can run is one clear line and an exit code, never a stack trace. */
class TroubleIT {

    @TempDir
    private Path home;

    private record Ending(int code, String errors) {}

    private Ending run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Program.launcher().toString(), "--headless"));
        command.addAll(List.of(arguments));
        var errors = home.resolve("errors");
        var builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(home.resolve("output").toFile())
                .redirectError(errors.toFile());
        builder.environment().put("MAKERDECK_HOME", home.toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after 40 s");
        }
        return new Ending(process.exitValue(), Files.readString(errors));
    }

    private static void assertOneLine(Ending ending, int code, String expected) {
        assertEquals(code, ending.code(), ending.errors());
        assertTrue(ending.errors().contains(expected), ending.errors());
        assertEquals(1, ending.errors().lines().count(), ending.errors());
        assertFalse(ending.errors().contains("Exception"), ending.errors());
    }

    @Test
    void aVenueThatIsNotThere() throws IOException, InterruptedException {
        var key = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";
        try (var nobody = new HeldPort()) {
            var place = "127.0.0.1:" + nobody.number();

            var ending = run(
                    Map.of(
                            "BACKPACK_KEY",
                            key,
                            "BACKPACK_SECRET",
                            key,
                            "BACKPACK_API_URL",
                            "http://" + place,
                            "BACKPACK_WS_URL",
                            "ws://" + place),
                    "--exchange",
                    "backpack",
                    "--wait",
                    "4s");

            assertOneLine(ending, 4, place);
            assertTrue(ending.errors().contains("connection refused; attempt "), ending.errors());
        }
    }

    @Test
    @FaultRow("65")
    void aPageInPlaceOfTheVenueIsWaitedOutAndSaidMeanwhile() throws IOException {
        try (var venue = new VenueProcess(home, "--commands")) {
            venue.tell("venue fault page-403 20s");
            try (var desk =
                    new HeadlessDesk(home, venue.environment(), "--exchange", "backpack", "--start", "--wait", "3m")) {
                var wait = Duration.ofMinutes(2);
                desk.await("state", wait, line -> line.text("reason").contains("HTTP 403, a page \"Attention"));
                desk.await("state", wait, line -> line.text("state").equals("QUOTING"));
            }
        }
    }

    @Test
    void aWrongKey() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home)) {
            var environment = new HashMap<>(venue.environment());
            environment.put("BACKPACK_SECRET", "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=");

            assertOneLine(run(environment, "--exchange", "backpack"), 3, "BACKPACK_KEY");
        }
    }

    @Test
    void anUnknownSymbol() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home)) {
            assertOneLine(run(venue.environment(), "--exchange", "backpack", "--symbol", "NO_SUCH"), 3, "NO_SUCH");
        }
    }

    @Test
    void anUnknownSymbolOfTheEmbeddedVenue() throws IOException, InterruptedException {
        assertOneLine(run(Map.of(), "--symbol", "SOL_USDT"), 2, "SOL_USDC");
    }

    @Test
    void inChineseALineIsWholeWhateverTheLocaleCanDraw() throws IOException, InterruptedException {
        var plain = Map.of("LC_ALL", "C");

        assertOneLine(
                run(plain, "--lang", "zh-TW", "--symbol", "SOL_USDT"),
                2,
                "makerdeck: --symbol SOL_USDT 不在內建交易所的市場之中；可用的有 SOL_USDC, ");
        assertOneLine(run(plain, "--lang=zh-TW", "--spraed", "1"), 2, "請見 makerdeck --help");
        try (var venue = new VenueProcess(home)) {
            var environment = new HashMap<>(venue.environment());
            environment.put("LC_ALL", "C");
            assertOneLine(
                    run(environment, "--lang", "zh-TW", "--exchange", "backpack", "--symbol", "NO_SUCH"),
                    3,
                    "makerdeck: 交易所沒有現貨市場 NO_SUCH：");
        }
    }

    @Test
    void withoutJavaTheLauncherSaysSoInTheOperatorsLanguage() throws IOException, InterruptedException {
        var tools = Files.createDirectory(home.resolve("tools"));
        for (var tool : List.of("dirname", "readlink")) {
            var file = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
        var nothing = Map.of("PATH", tools.toString(), "JAVA_HOME", "", "LC_ALL", "C");

        assertOneLine(run(nothing), 2, "needs Java 17");
        assertOneLine(run(nothing, "--lang", "zh-TW"), 2, "需要 Java 17 以上");
    }

    @Test
    void anUnknownPreset() throws IOException, InterruptedException {
        assertOneLine(run(Map.of(), "--preset", "high-vool"), 2, "high-vol");
    }

    @Test
    void aRecordingThatIsNone() throws IOException, InterruptedException {
        var file = Files.writeString(home.resolve("feed"), "not a recording\n");

        assertOneLine(run(Map.of(), "--replay", file.toString()), 2, "is no recorded feed");
    }

    @Test
    void aParameterOutOfRange() throws IOException, InterruptedException {
        assertOneLine(run(Map.of(), "--spread", "25"), 2, "20");
    }

    @Test
    void aMalformedTheme() throws IOException {
        var themes = Files.createDirectories(home.resolve("config/themes"));
        Files.writeString(themes.resolve("broken.properties"), "side.bid = #zzz\n");

        try (var terminal = new Tmux(100, 30, home.toFile())) {
            terminal.enter("MAKERDECK_HOME=" + home + " " + Program.launcher() + " --theme broken");

            var screen = terminal.await("the reason", Duration.ofMinutes(1), "#zzz");
            assertFalse(screen.contains("Exception"), screen);
            terminal.press("C-c");
            terminal.quit();
        }
    }
}
