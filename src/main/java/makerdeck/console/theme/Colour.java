package makerdeck.console.theme;

import com.googlecode.lanterna.TextColor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Colours as theme files spell them. */
final class Colour {

    private static final Map<String, TextColor.ANSI> NAMES = Map.of(
            "default", TextColor.ANSI.DEFAULT,
            "black", TextColor.ANSI.BLACK,
            "red", TextColor.ANSI.RED,
            "green", TextColor.ANSI.GREEN,
            "yellow", TextColor.ANSI.YELLOW,
            "blue", TextColor.ANSI.BLUE,
            "magenta", TextColor.ANSI.MAGENTA,
            "cyan", TextColor.ANSI.CYAN,
            "white", TextColor.ANSI.WHITE);

    private Colour() {}

    /** Empty when the text is no colour. */
    static Optional<TextColor> of(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.matches("#[0-9a-f]{6}")) {
            int rgb = Integer.parseInt(lower.substring(1), 16);
            return Optional.of(new TextColor.RGB(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255));
        }
        if (lower.matches("[0-9]{1,3}")) {
            int index = Integer.parseInt(lower);
            if (index < 16) {
                return Optional.of(TextColor.ANSI.values()[index < 8 ? index : index + 1]);
            }
            return index < 256 ? Optional.of(new TextColor.Indexed(index)) : Optional.empty();
        }
        if (lower.startsWith("bright-") && !lower.equals("bright-default")) {
            return Optional.ofNullable(NAMES.get(lower.substring("bright-".length())))
                    .map(dark -> TextColor.ANSI.values()[dark.ordinal() + 9]);
        }
        return Optional.ofNullable(NAMES.get(lower));
    }

    /** A part of the way from one colour to another; colours that the terminal itself sets are not mixed. */
    static TextColor between(TextColor one, TextColor other, int step, int steps) {
        if (one instanceof TextColor.ANSI || other instanceof TextColor.ANSI) {
            return one;
        }
        return new TextColor.RGB(
                mixed(one.getRed(), other.getRed(), step, steps),
                mixed(one.getGreen(), other.getGreen(), step, steps),
                mixed(one.getBlue(), other.getBlue(), step, steps));
    }

    private static int mixed(int one, int other, int step, int steps) {
        return one + (other - one) * step / steps;
    }
}
