package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole session of an operator in a real terminal, checked against the venue's own books. */
class OperatorJourneyIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern RATIO = Pattern.compile("now (\\d+(?:\\.\\d)?)%");

    @TempDir
    private Path home;

    @ParameterizedTest(name = "{0}x{1}")
    @CsvSource({"80,24", "120,40", "200,50"})
    void anOperatorRunsTheDesk(int columns, int rows) throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "7");
                var terminal = new Tmux(columns, rows, home.toFile())) {
            terminal.enter("stty -a > before");
            terminal.enter("PS1='$ '; export MAKERDECK_HOME=" + home + "; " + venue.shellPrefix() + " "
                    + Program.launcher() + " --exchange backpack --start; stty -a > after; echo left with $?");

            quotesBothSidesAndFills(terminal, venue);
            obeys(terminal, venue);
            keepsTheLineWhileResized(terminal, columns, rows);
            quits(terminal, venue);
        }
    }

    private static void quotesBothSidesAndFills(Tmux terminal, VenueProcess venue) {
        terminal.await("quotes on both sides", SOON, OperatorJourneyIT::quotesBothSides);
        Awaitility.await("six orders on the venue")
                .atMost(SOON)
                .until(() -> venue.open("Bid") == 3 && venue.open("Ask") == 3);
        terminal.await("a fill", Duration.ofSeconds(60), screen -> Pattern.compile("(BUY|SELL) ")
                .matcher(screen)
                .find());
    }

    private static void obeys(Tmux terminal, VenueProcess venue) {
        terminal.enter("set spread 0.3");
        terminal.await("the new spread", SOON, screen -> screen.contains("0.2 -> 0.3"));

        terminal.enter("load preset high-vol");
        terminal.await(
                "old and new values", SOON, screen -> screen.contains("30 -> 20") || screen.contains("0.3 -> 0.36"));

        terminal.enter("pause");
        Awaitility.await("no orders while paused").atMost(SOON).until(() -> venue.open() == 0);
        terminal.await("the state", SOON, "PAUSED");

        terminal.enter("resume");
        Awaitility.await("orders again").atMost(SOON).until(() -> venue.open("Bid") > 0 && venue.open("Ask") > 0);

        terminal.enter("rebalance now");
        terminal.await(
                "what it would do", SOON, screen -> screen.contains("would do this") && screen.contains("ratio"));
        terminal.enter("yes");
        terminal.await(
                "the ratio at the target of 20 %",
                Duration.ofSeconds(30), screen -> {
                    var ratio = RATIO.matcher(screen);
                    return ratio.find()
                            && new BigDecimal(ratio.group(1))
                                            .subtract(new BigDecimal("20"))
                                            .abs()
                                            .doubleValue()
                                    < 1.0;
                });
    }

    private static void keepsTheLineWhileResized(Tmux terminal, int columns, int rows) {
        terminal.type("set spread 0.4");
        terminal.await("the typed line", SOON, "> set spread 0.4");
        terminal.resize(64, 20);
        terminal.await("the line in a small window", SOON, "> set spread 0.4");
        terminal.resize(columns, rows);
        terminal.await("the line again", SOON, "> set spread 0.4");
        terminal.press("C-c");
        terminal.await("an empty line", SOON, screen -> !screen.contains("set spread 0.4"));
    }

    private void quits(Tmux terminal, VenueProcess venue) throws IOException {
        terminal.enter("q");
        terminal.await("that it has to be typed whole", SOON, "type quit in full");
        terminal.quit();
        terminal.await("the shell again", SOON, "left with 0");
        terminal.await(
                "what it did",
                SOON,
                screen -> screen.contains("0 orders left, verified")
                        && screen.replace("\n", "").contains("session report written to " + home)
                        && screen.contains("pnl "));
        assertEquals(0, venue.open());
        assertEquals(Files.readString(home.resolve("before")), Files.readString(home.resolve("after")));
    }

    private static boolean quotesBothSides(String screen) {
        return screen.contains("B1 ") && screen.contains("A1 ");
    }

    @Test
    void termLeavesNoOrderAndACleanTerminal() throws IOException, InterruptedException {
        try (var venue = new VenueProcess(home, "--seed", "8");
                var terminal = new Tmux(100, 30, home.toFile())) {
            terminal.enter("MAKERDECK_HOME=" + home + " " + venue.shellPrefix() + " " + Program.launcher()
                    + " --exchange backpack --start; echo left with $?");
            Awaitility.await("orders on the venue").atMost(SOON).until(() -> venue.open() >= 6);

            Program.desk(terminal.shell()).destroy();

            terminal.await("the shell again", SOON, "left with 0");
            assertEquals(0, venue.open());
        }
    }
}
