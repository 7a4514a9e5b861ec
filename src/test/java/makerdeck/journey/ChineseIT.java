package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import makerdeck.console.tty.Widths;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk in Traditional Chinese on a real terminal: asked for by flag or by locale, whatever the locale's encoding. */
class ChineseIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    @ParameterizedTest(name = "{0}x{1} {2} {3}")
    @CsvSource({
        "40, 12, LC_ALL=C.UTF-8, --lang zh-TW",
        "80, 24, LC_ALL=C.UTF-8, --lang zh-TW",
        "120, 40, LC_ALL=C.UTF-8, --lang zh-TW",
        "80, 24, LC_ALL=C, --lang zh-TW",
        "80, 24, LC_ALL=zh_TW.UTF-8, ''",
    })
    void theDeskSpeaksChineseAndEveryRowFits(int columns, int rows, String locale, String flag) {
        try (var terminal = new Tmux(columns, rows, home.toFile())) {
            terminal.enter("PS1='$ '; " + locale + " TERM=tmux-256color MAKERDECK_HOME=" + home + " "
                    + Program.launcher() + " --seed 5 " + flag + "; echo left with $?");

            terminal.await("quotes on both sides", SOON, screen -> screen.contains("B1 ") && screen.contains("A1 "));
            var screen = terminal.screen();
            assertTrue(screen.lines().findFirst().orElse("").contains("報價中"), screen);
            assertFits(screen, columns, rows);
            assertEquals(locale.endsWith("=C"), !screen.contains("╌") && !screen.contains("╍"), screen);
            assertTrue(terminal.ask("pane_title").startsWith("SOL_USDC 報價中"), terminal.ask("pane_title"));
            terminal.type("set spread 0.3");
            var typed = terminal.await("the hint", SOON, "0.2 -> 0.3 %");
            assertFits(typed, columns, rows);
            terminal.press("Enter");
            terminal.enter("pause");
            assertFits(terminal.await("the state", SOON, "已暫停"), columns, rows);
            terminal.enter("help set");
            assertFits(terminal.await("help", SOON, "Esc 關閉"), columns, rows);
            terminal.quit();

            var left = terminal.await("the shell again", SOON, "left with 0");
            assertFalse(left.contains("?????"), left);
            assertTrue(left.contains("已核對：交易所上沒有剩下自己的委託"), left);
            assertTrue(left.replace("\n", "").contains("場次報告已寫入 " + home), left);
        }
    }

    /** What is too wide would be cut off or push the rest along; walls show it. */
    private static void assertFits(String screen, int columns, int rows) {
        var painted = screen.lines().toList();
        assertEquals(rows, painted.size(), screen);
        assertTrue(painted.stream().allMatch(row -> Widths.of(row) <= columns), screen);
        if (columns < 60) {
            return;
        }
        for (var wall : List.of("╎", "|")) {
            var places = painted.stream()
                    .filter(row -> row.contains(wall + "╌ ") || row.contains(wall + "- "))
                    .map(row -> Widths.of(row.substring(0, Math.max(0, row.indexOf(wall)))))
                    .distinct()
                    .toList();
            assertTrue(places.size() <= 1, () -> places + " in\n" + screen);
        }
    }
}
