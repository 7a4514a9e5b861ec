package makerdeck.console.tty;

import com.googlecode.lanterna.TextColor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one frame, as few as possible: it remembers where the terminal's cursor is and how the terminal draws,
 * and sends only the difference. Runs of one style go together, because a change of colour costs more than a move. UI
 * thread only.
 */
final class FrameBytes {

    private static final int UNKNOWN = -1;
    /** Below this a frame is over before a cursor could be seen moving. */
    private static final int SHORT_FRAME = 60;

    private final Colours colours;
    private final Map<CellStyle, List<Run>> runs = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder(8192);

    // What the terminal does now.
    private int x = UNKNOWN;
    private int y = UNKNOWN;
    private @Nullable CellStyle style;

    FrameBytes(ColourDepth depth) {
        colours = new Colours(depth);
    }

    /** Nothing is known about the terminal any more. */
    void forget() {
        x = UNKNOWN;
        y = UNKNOWN;
        style = null;
    }

    /** To be sent with the frame. Rows come from the top, columns from the left. */
    void add(Run run) {
        runs.computeIfAbsent(run.style(), s -> new ArrayList<>()).add(run);
    }

    /** A sequence that neither moves the cursor nor draws. */
    void add(String sequence) {
        out.append(sequence);
    }

    /** All that was added, and the cursor at rest at its place; empty when there is nothing to do. */
    byte[] take(int columns, int cursorColumn, int cursorRow) {
        var same = style == null ? null : runs.remove(style);
        if (same != null) {
            same.forEach(run -> send(run, columns));
        }
        runs.values().forEach(group -> group.forEach(run -> send(run, columns)));
        runs.clear();
        move(cursorColumn, cursorRow);
        var frame = out.length() > SHORT_FRAME ? "\033[?25l" + out + "\033[?25h" : out.toString();
        out.setLength(0);
        return frame.getBytes(StandardCharsets.UTF_8);
    }

    private void send(Run run, int columns) {
        move(run.x(), run.y());
        style(run.style());
        out.append(run.text());
        x = run.end() >= columns ? UNKNOWN : run.end();
    }

    private void move(int column, int row) {
        if (row == y && column == x) {
            return;
        }
        var absolute = "\033[" + (row + 1) + (column > 0 ? ";" + (column + 1) : "") + "H";
        var relative = y == UNKNOWN ? absolute : vertical(row - y) + horizontal(column);
        out.append(relative.length() < absolute.length() ? relative : absolute);
        x = column;
        y = row;
    }

    private static String vertical(int down) {
        if (down == 0) {
            return "";
        }
        return down == 1 ? "\033D" : control(Math.abs(down), down > 0 ? 'B' : 'A');
    }

    private String horizontal(int column) {
        var fromStart = column == 0 ? "\r" : "\r" + control(column, 'C');
        if (x == UNKNOWN) {
            return fromStart;
        }
        if (column >= x) {
            return column == x ? "" : control(column - x, 'C');
        }
        var back = x - column <= 4 ? "\b".repeat(x - column) : control(x - column, 'D');
        return back.length() <= fromStart.length() ? back : fromStart;
    }

    private static String control(int count, char command) {
        return count == 1 ? "\033[" + command : "\033[" + count + command;
    }

    private void style(CellStyle wanted) {
        if (wanted.equals(style)) {
            return;
        }
        var step = step(style, wanted);
        if (step == null || !step.isEmpty()) {
            var fresh = fresh(wanted);
            out.append("\033[")
                    .append(step == null || fresh.length() < step.length() ? fresh : step)
                    .append('m');
        }
        style = wanted;
    }

    /** From one style to the next; null when the first is unknown, empty when nothing visible changes. */
    private @Nullable String step(@Nullable CellStyle now, CellStyle wanted) {
        if (now == null) {
            return null;
        }
        var codes = new StringBuilder();
        int gone = now.attributes() & ~wanted.attributes();
        int come = wanted.attributes() & ~now.attributes();
        int weight = CellStyle.BOLD | CellStyle.FAINT;
        if ((gone & weight) != 0) {
            add(codes, "22");
            come |= wanted.attributes() & weight;
        }
        if ((gone & CellStyle.ITALIC) != 0) {
            add(codes, "23");
        }
        if ((gone & CellStyle.UNDERLINE) != 0) {
            add(codes, "24");
        }
        if ((gone & CellStyle.REVERSE) != 0) {
            add(codes, "27");
        }
        on(codes, come);
        if (!wanted.foreground().equals(now.foreground())) {
            add(codes, colours.foreground(wanted.foreground()));
        }
        if (!wanted.background().equals(now.background())) {
            add(codes, colours.background(wanted.background()));
        }
        return codes.toString();
    }

    /** From nothing. */
    private String fresh(CellStyle wanted) {
        var codes = new StringBuilder("0");
        on(codes, wanted.attributes());
        if (wanted.foreground() != TextColor.ANSI.DEFAULT) {
            add(codes, colours.foreground(wanted.foreground()));
        }
        if (wanted.background() != TextColor.ANSI.DEFAULT) {
            add(codes, colours.background(wanted.background()));
        }
        return codes.length() == 1 ? "" : codes.toString();
    }

    private static void on(StringBuilder codes, int attributes) {
        var numbers = new String[] {"1", "2", "3", "4", "7"};
        for (int bit = 0; bit < numbers.length; bit++) {
            if ((attributes & 1 << bit) != 0) {
                add(codes, numbers[bit]);
            }
        }
    }

    private static void add(StringBuilder codes, String code) {
        if (!code.isEmpty()) {
            if (codes.length() > 0) {
                codes.append(';');
            }
            codes.append(code);
        }
    }
}
