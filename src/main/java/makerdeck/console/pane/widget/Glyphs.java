package makerdeck.console.pane.widget;

import java.util.Locale;
import java.util.Map;
import makerdeck.console.tty.ColourDepth;

/**
 * The characters lines and bars are made of. None is wide, and none is of those whose width depends on the language
 * the terminal is set to.
 *
 * @param rule of a title row
 * @param wall between two columns
 * @param bar one cell of a bar
 * @param track of a scale, {@code band} its good part
 * @param braille whether series may be drawn in dots
 * @param blocks whether colours may fill cells
 */
public record Glyphs(
        char rule, char wall, char bar, char track, char band, char up, char down, boolean braille, boolean blocks) {

    public static final Glyphs UNICODE =
            new Glyphs('\u254C', '\u254E', '\u254D', '\u254C', '\u254D', '\u25B4', '\u25BE', true, true);

    public static final Glyphs ASCII = new Glyphs('-', '|', '=', '.', '=', '^', 'v', false, true);

    /** As the locale and the terminal in the environment allow. */
    public static Glyphs of(Map<String, String> environment) {
        var locale = "";
        for (var name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            if (locale.isEmpty()) {
                locale = environment.getOrDefault(name, "").toLowerCase(Locale.ROOT);
            }
        }
        boolean utf8 = locale.endsWith("utf-8") || locale.endsWith("utf8");
        var glyphs = utf8 && !environment.getOrDefault("TERM", "").equals("linux") ? UNICODE : ASCII;
        return ColourDepth.of(environment) == ColourDepth.NONE ? glyphs.withoutBlocks() : glyphs;
    }

    private Glyphs withoutBlocks() {
        return new Glyphs(rule, wall, bar, track, band, up, down, braille, false);
    }
}
