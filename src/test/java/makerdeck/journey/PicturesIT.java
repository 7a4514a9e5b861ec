package makerdeck.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pictures of the screen as a terminal shows it, for somebody to look at: kept below {@code target/pictures}. A few
 * always; of all sizes and themes, in both languages, with {@code -Dcampaign=1}.
 */
class PicturesIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final boolean ALL = Integer.getInteger("campaign", 0) > 0;
    private static final List<int[]> SIZES = List.of(
            new int[] {80, 24}, new int[] {120, 40}, new int[] {200, 50}, new int[] {60, 20}, new int[] {40, 12});
    private static final List<String> THEMES = List.of("dark", "light", "mono", "tty16");

    @TempDir
    private Path home;

    private void start(Tmux terminal, String language) {
        terminal.enter("TERM=tmux-256color LANG=C.UTF-8 MAKERDECK_HOME=" + home + " " + Program.launcher()
                + " --seed 7 --lang " + language + "; echo left with $?");
        terminal.await("quotes on both sides", SOON, screen -> screen.contains("B1 ") && screen.contains("A1 "));
    }

    @ParameterizedTest
    @CsvSource({"en, QUOTING", "zh-TW, 報價中"})
    void everySizeInEveryTheme(String language, String quoting) throws IOException {
        var xterm = new Xterm(home);
        try (var terminal = new Tmux(120, 40, home.toFile())) {
            start(terminal, language);
            for (var theme : ALL ? THEMES : THEMES.subList(0, 1)) {
                terminal.enter("theme " + theme);
                for (var size : ALL ? SIZES : SIZES.subList(0, 2)) {
                    terminal.resize(size[0], size[1]);
                    terminal.await("the new size", SOON, screen -> isLaidOut(screen, size, quoting));
                    picture(xterm, terminal, size, theme.equals("light"), language + "-" + theme + "-quoting");
                }
            }
        }
    }

    @Test
    void aHaltAndAQuestion() throws IOException {
        var xterm = new Xterm(home);
        var size = SIZES.get(0);
        try (var terminal = new Tmux(size[0], size[1], home.toFile())) {
            start(terminal, "en");
            terminal.enter("rebalance now");
            terminal.await("what it would do", SOON, screen -> screen.contains("type yes") && screen.contains("USDC "));
            terminal.await("the answer", SOON, screen -> !screen.contains("working it out"));
            picture(xterm, terminal, size, false, "en-dark-question");
            terminal.enter("no");
            terminal.enter("halt");
            terminal.await("the halt", SOON, "HALTED");
            picture(xterm, terminal, size, false, "en-dark-halted");
        }
    }

    /** All of it is there: the first row and, right below the others, the row of keys. */
    private static boolean isLaidOut(String screen, int[] size, String state) {
        var rows = screen.lines().toList();
        return rows.size() == size[1]
                && rows.get(0).contains(state.substring(0, 2))
                && rows.get(size[1] - 1).contains("Enter")
                && rows.get(size[1] - 2).startsWith("SIM>");
    }

    private static void picture(Xterm xterm, Tmux terminal, int[] size, boolean light, String what) throws IOException {
        var png = Xterm.pictures().resolve(what + "-" + size[0] + "x" + size[1] + ".png");
        xterm.draw(terminal.colouredScreen(), size[0], size[1], light, png);

        var image = Optional.ofNullable(ImageIO.read(png.toFile())).orElseThrow();
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var colours = new HashSet<Integer>();
        Arrays.stream(pixels).forEach(colours::add);
        long commonest = Arrays.stream(pixels)
                .filter(pixel -> pixel == pixels[pixels.length - 1])
                .count();
        assertTrue(colours.size() > 8, png + " has " + colours.size() + " colours");
        assertTrue(commonest < pixels.length * 0.97, png + " is empty");
    }
}
