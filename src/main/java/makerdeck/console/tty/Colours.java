package makerdeck.console.tty;

import com.googlecode.lanterna.TextColor;
import java.util.HashMap;
import java.util.Map;

/** Colours as control sequence parameters, brought down to what the terminal takes. UI thread only. */
final class Colours {

    private static final int[] CUBE = {0x00, 0x5F, 0x87, 0xAF, 0xD7, 0xFF};
    private static final int[][] SIXTEEN = {
        {0, 0, 0},
        {205, 0, 0},
        {0, 205, 0},
        {205, 205, 0},
        {0, 0, 238},
        {205, 0, 205},
        {0, 205, 205},
        {229, 229, 229},
        {127, 127, 127},
        {255, 0, 0},
        {0, 255, 0},
        {255, 255, 0},
        {92, 92, 255},
        {255, 0, 255},
        {0, 255, 255},
        {255, 255, 255}
    };

    private final ColourDepth depth;
    private final Map<TextColor, String> foregrounds = new HashMap<>();
    private final Map<TextColor, String> backgrounds = new HashMap<>();

    Colours(ColourDepth depth) {
        this.depth = depth;
    }

    String foreground(TextColor colour) {
        return foregrounds.computeIfAbsent(colour, c -> code(c, 30));
    }

    String background(TextColor colour) {
        return backgrounds.computeIfAbsent(colour, c -> code(c, 40));
    }

    /** {@code base} is 30 for foregrounds, 40 for backgrounds. */
    private String code(TextColor colour, int base) {
        if (depth == ColourDepth.NONE) {
            return "";
        }
        if (colour == TextColor.ANSI.DEFAULT) {
            return Integer.toString(base + 9);
        }
        if (colour instanceof TextColor.ANSI ansi) {
            int index = ansi.ordinal();
            return sixteen(index > 8 ? index - 1 : index, base);
        }
        int red = colour.getRed();
        int green = colour.getGreen();
        int blue = colour.getBlue();
        if (depth == ColourDepth.ANSI) {
            return sixteen(nearestOfSixteen(red, green, blue), base);
        }
        int index = nearestIndex(red, green, blue);
        if (depth == ColourDepth.INDEXED || distance(rgb(index), red, green, blue) == 0) {
            return (base + 8) + ";5;" + index;
        }
        return (base + 8) + ";2;" + red + ';' + green + ';' + blue;
    }

    private static String sixteen(int index, int base) {
        return Integer.toString(index < 8 ? base + index : base + 60 + index - 8);
    }

    private static int nearestOfSixteen(int red, int green, int blue) {
        int best = 0;
        for (int i = 1; i < SIXTEEN.length; i++) {
            if (distance(SIXTEEN[i], red, green, blue) < distance(SIXTEEN[best], red, green, blue)) {
                best = i;
            }
        }
        return best;
    }

    private static int nearestIndex(int red, int green, int blue) {
        int cube = 16 + 36 * step(red) + 6 * step(green) + step(blue);
        int grey = 232 + Math.max(0, Math.min(23, ((red + green + blue) / 3 - 3) / 10));
        return distance(rgb(grey), red, green, blue) < distance(rgb(cube), red, green, blue) ? grey : cube;
    }

    private static int step(int value) {
        int best = 0;
        for (int i = 1; i < CUBE.length; i++) {
            if (Math.abs(CUBE[i] - value) < Math.abs(CUBE[best] - value)) {
                best = i;
            }
        }
        return best;
    }

    private static int[] rgb(int index) {
        if (index >= 232) {
            int level = 8 + 10 * (index - 232);
            return new int[] {level, level, level};
        }
        int cube = index - 16;
        return new int[] {CUBE[cube / 36], CUBE[cube / 6 % 6], CUBE[cube % 6]};
    }

    private static int distance(int[] colour, int red, int green, int blue) {
        int r = colour[0] - red;
        int g = colour[1] - green;
        int b = colour[2] - blue;
        return r * r + g * g + b * b;
    }
}
