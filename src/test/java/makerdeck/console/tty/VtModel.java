package makerdeck.console.tty;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A small terminal: cursor moves, attributes and colours, wide characters, no wrapping. Like a real one it blanks the
 * other half of a wide character that is half overwritten. Anything it does not know fails the test.
 */
final class VtModel {

    private static final String OTHER_HALF = "";

    private final int columns;
    private final String[][] text;
    private final String[][] looks;
    private String look = "0;39;49";
    private int x;
    private int y;
    private boolean cursorShown = true;

    VtModel(int columns, int rows) {
        this.columns = columns;
        text = new String[rows][columns];
        looks = new String[rows][columns];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(text[row], " ");
            Arrays.fill(looks[row], look);
        }
    }

    void write(byte[] bytes) {
        var stream = new String(bytes, StandardCharsets.UTF_8);
        for (int i = 0; i < stream.length(); ) {
            int codePoint = stream.codePointAt(i);
            i += Character.charCount(codePoint);
            if (codePoint == '\r') {
                x = 0;
            } else if (codePoint == '\b') {
                x = Math.max(0, x - 1);
            } else if (codePoint == '\033' && stream.charAt(i) == 'D') {
                y++;
                i++;
            } else if (codePoint == '\033') {
                int end = i + 1;
                while (stream.charAt(end) < '@') {
                    end++;
                }
                control(stream.substring(i + 1, end), stream.charAt(end));
                i = end + 1;
            } else if (codePoint < ' ') {
                throw new AssertionError("control character " + codePoint + " reached the terminal");
            } else {
                print(codePoint);
            }
        }
    }

    String textAt(int column, int row) {
        return text[row][column];
    }

    /** Attributes, foreground, background; a blank has only a background unless reverse or underlined. */
    String lookAt(int column, int row) {
        return visible(text[row][column], looks[row][column]);
    }

    static String visible(String text, String look) {
        var parts = look.split(";");
        boolean drawn = parts[0].contains("r") || parts[0].contains("u");
        return text.equals(" ") && !drawn ? parts[2] : look;
    }

    int cursorX() {
        return x;
    }

    int cursorY() {
        return y;
    }

    boolean cursorShown() {
        return cursorShown;
    }

    private void print(int codePoint) {
        int width = Widths.of(codePoint);
        for (int i = 0; i < width; i++) {
            erase(x + i);
        }
        text[y][x] = Character.toString(codePoint);
        looks[y][x] = look;
        if (width == 2) {
            text[y][x + 1] = OTHER_HALF;
            looks[y][x + 1] = look;
        }
        x = Math.min(columns - 1, x + width);
    }

    private void erase(int column) {
        if (text[y][column].equals(OTHER_HALF)) {
            text[y][column - 1] = " ";
        }
        boolean isWide = Widths.of(text[y][column]) == 2;
        if (isWide && column + 1 < columns && text[y][column + 1].equals(OTHER_HALF)) {
            text[y][column + 1] = " ";
        }
        text[y][column] = " ";
    }

    private void control(String parameters, char command) {
        var numbers = parameters.isEmpty() ? new String[] {""} : parameters.split(";");
        switch (command) {
            case 'H' -> {
                y = number(numbers, 0, 1) - 1;
                x = number(numbers, 1, 1) - 1;
            }
            case 'A' -> y -= number(numbers, 0, 1);
            case 'B' -> y += number(numbers, 0, 1);
            case 'C' -> x = Math.min(columns - 1, x + number(numbers, 0, 1));
            case 'D' -> x = Math.max(0, x - number(numbers, 0, 1));
            case 'h', 'l' -> {
                if (parameters.equals("?25")) {
                    cursorShown = command == 'h';
                }
            }
            case 'm' -> style(numbers);
            case 'J' -> eraseFromCursor();
            case 't' -> {}
            default -> throw new AssertionError("unknown sequence " + parameters + command);
        }
    }

    private void eraseFromCursor() {
        for (int row = y; row < text.length; row++) {
            int from = row == y ? x : 0;
            Arrays.fill(text[row], from, columns, " ");
            Arrays.fill(looks[row], from, columns, look);
        }
    }

    /** What tmux has when it has grown: the second half of a wide character whose first half is gone. */
    void leaveHalf(int column, int row) {
        text[row][column] = OTHER_HALF;
    }

    private static int number(String[] numbers, int index, int otherwise) {
        return index < numbers.length && !numbers[index].isEmpty() ? Integer.parseInt(numbers[index]) : otherwise;
    }

    private void style(String[] codes) {
        var parts = look.split(";");
        for (int i = 0; i < codes.length; i++) {
            int code = codes[i].isEmpty() ? 0 : Integer.parseInt(codes[i]);
            switch (code) {
                case 0 -> parts = new String[] {"0", "39", "49"};
                case 1 -> parts[0] = with(parts[0], "b");
                case 2 -> parts[0] = with(parts[0], "d");
                case 4 -> parts[0] = with(parts[0], "u");
                case 7 -> parts[0] = with(parts[0], "r");
                case 22 -> parts[0] = parts[0].replace("b", "").replace("d", "");
                case 24 -> parts[0] = parts[0].replace("u", "");
                case 27 -> parts[0] = parts[0].replace("r", "");
                case 38, 48 -> {
                    int length = codes[i + 1].equals("5") ? 3 : 5;
                    parts[code == 38 ? 1 : 2] = String.join(":", Arrays.copyOfRange(codes, i, i + length));
                    i += length - 1;
                }
                default -> parts[code % 100 / 10 == 4 || code >= 100 ? 2 : 1] = Integer.toString(code);
            }
        }
        look = String.join(";", parts);
    }

    private static String with(String attributes, String one) {
        var letters = attributes.contains(one) ? attributes : attributes + one;
        var sorted = letters.toCharArray();
        Arrays.sort(sorted);
        return new String(sorted);
    }
}
