package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every full screen in a real terminal: opened, sorted, filtered, a row opened, and back to the panes. */
class ScreensIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern ORDER = Pattern.compile("(?m)^[> ] ([AB][123]) ");

    @TempDir
    private Path home;

    private Tmux terminal;

    @BeforeEach
    void start() {
        terminal = new Tmux(100, 30, home.toFile());
        terminal.enter("PS1='$ '; MAKERDECK_HOME=" + home + " " + Program.launcher() + " --seed 5; echo left with $?");
        terminal.await("quotes on both sides", SOON, screen -> screen.contains("B1 ") && screen.contains("A1 "));
    }

    @AfterEach
    void leave() {
        try {
            terminal.press("C-c");
            terminal.quit();
            terminal.await("the shell again", SOON, "left with 0");
        } finally {
            terminal.close();
        }
    }

    @Test
    void everyScreenOpensAndOneStepBackLeadsToThePanes() {
        for (var name : new String[] {"orders", "fills", "parameters", "presets", "faults", "alerts", "results"}) {
            terminal.enter("show " + name);
            var title = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            terminal.await(
                    name,
                    SOON,
                    screen -> screen.lines().anyMatch(row -> row.contains(" " + title + " "))
                            && !screen.contains(" Book "));
            terminal.press("Escape");
            terminal.await("the panes", SOON, " Book ");
        }
    }

    @Test
    void ordersAreSortedFilteredOpenedAndLeft() {
        terminal.enter("show orders");
        terminal.await("all orders", SOON, screen -> tags(screen).length() >= 12);

        terminal.press("Right");
        terminal.press("Right");
        terminal.await("sorted by price, the lowest first", SOON, screen -> tags(screen)
                .startsWith("B3B2B1"));
        terminal.type("i");
        terminal.await("the highest first", SOON, screen -> tags(screen).startsWith("A3A2A1"));

        terminal.type("/a2");
        terminal.await(
                "what is typed filters at once", SOON, screen -> tags(screen).equals("A2"));
        terminal.press("Enter");
        terminal.await(
                "an empty line again",
                SOON,
                screen -> screen.contains("Orders /a2") && tags(screen).equals("A2"));

        terminal.press("Enter");
        terminal.await(
                "what happened to the order",
                SOON,
                screen -> screen.contains("Order A2") && screen.contains("sent to the venue"));
        terminal.press("Escape");
        terminal.await("the list", SOON, "Orders /a2");
        terminal.press("Escape");
        terminal.await("without its filter", SOON, screen -> tags(screen).length() >= 12);
        terminal.press("Escape");
        terminal.await("the panes", SOON, " Book ");
    }

    @Test
    void aLetterOnAScreenOnlyPutsItsCommandOnTheLine() {
        terminal.enter("show orders");
        terminal.await("all orders", SOON, screen -> tags(screen).length() >= 12);

        terminal.type("x");
        var screen = terminal.await("the command on the line", SOON, "SIM> cancel ");
        assertTrue(tags(screen).length() >= 12, screen);
        terminal.press("Escape");
        terminal.await("a cleared line", SOON, line -> !line.contains("> cancel "));

        terminal.enter("halt");
        terminal.await("the whole word went to the line", SOON, "HALTED");
    }

    @Test
    void aFaultIsBegunFromItsScreenAndAPaletteFindsTheWayThere() {
        terminal.press("F2");
        terminal.type("shfaul");
        terminal.await("the palette", SOON, "show faults");
        terminal.press("Enter");
        terminal.await("the faults", SOON, " Faults ");

        terminal.type("/ws-silence");
        terminal.press("Enter");
        terminal.await("one fault", SOON, "Faults /ws-silence");
        terminal.type("x");
        terminal.await("its command", SOON, "SIM> venue fault ws-silence");
        terminal.press("Enter");
        terminal.await("it is on", SOON, "*ws-silence");
        terminal.type("x");
        terminal.await("what ends it", SOON, "SIM> venue calm");
        terminal.press("Enter");
        terminal.await("it is off", SOON, screen -> !screen.contains("*ws-silence"));
    }

    private static String tags(String screen) {
        var tags = new StringBuilder();
        ORDER.matcher(screen).results().forEach(found -> tags.append(found.group(1)));
        return tags.toString();
    }
}
