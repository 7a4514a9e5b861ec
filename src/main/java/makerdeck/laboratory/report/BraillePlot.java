package makerdeck.laboratory.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import makerdeck.laboratory.report.ReportPart.PlotLine;
import makerdeck.laboratory.report.ReportPart.PlotPoint;
import makerdeck.laboratory.report.ReportPart.Shape;

/** One line of a plot in braille, two by four dots a sign. One thread. */
final class BraillePlot {

    private static final int FIRST = 0x2800;
    private static final int ACROSS = 2;
    private static final int DOWN = 4;
    /** The bit of each dot of a sign, by row and column. */
    private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    /** Every so many dots of an edge of a band are set. */
    private static final int SPARSE = 3;

    private final int[][] signs;
    private final PlotScale horizontal;
    private final PlotScale vertical;

    BraillePlot(int columns, int rows, PlotScale horizontal, PlotScale vertical) {
        signs = new int[rows][columns];
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /** The row in which a value stands. */
    int row(double y) {
        return dotDown(y) / DOWN;
    }

    /** The column in which a value stands. */
    int column(double x) {
        return dotAcross(x) / ACROSS;
    }

    void draw(PlotLine line) {
        var points = line.points();
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            set(dotAcross(point.x()), dotDown(point.y()));
            if (line.shape() == Shape.DOTS) {
                join(point.x(), point.low(), point.x(), point.high(), 1);
            } else if (i > 0) {
                joinBand(points.get(i - 1), point);
            }
        }
    }

    private void joinBand(PlotPoint from, PlotPoint to) {
        join(from.x(), from.y(), to.x(), to.y(), 1);
        if (from.hasInterval() || to.hasInterval()) {
            join(from.x(), from.low(), to.x(), to.low(), SPARSE);
            join(from.x(), from.high(), to.x(), to.high(), SPARSE);
        }
    }

    private void join(double x1, double y1, double x2, double y2, int every) {
        int fromAcross = dotAcross(x1);
        int fromDown = dotDown(y1);
        int across = dotAcross(x2) - fromAcross;
        int down = dotDown(y2) - fromDown;
        int steps = Math.max(Math.abs(across), Math.abs(down));
        for (int step = 0; step <= steps; step += every) {
            double share = steps == 0 ? 0 : step / (double) steps;
            set(fromAcross + (int) Math.round(across * share), fromDown + (int) Math.round(down * share));
        }
    }

    private int dotAcross(double x) {
        return (int) Math.round(horizontal.share(x) * (signs[0].length * ACROSS - 1));
    }

    private int dotDown(double y) {
        return (int) Math.round((1 - vertical.share(y)) * (signs.length * DOWN - 1));
    }

    private void set(int across, int down) {
        signs[down / DOWN][across / ACROSS] |= BITS[down % DOWN][across % ACROSS];
    }

    /** From the top, without blanks at their ends. */
    List<String> rows() {
        var rows = new ArrayList<String>();
        for (var row : signs) {
            var text = new StringBuilder();
            Arrays.stream(row).forEach(dots -> text.append(dots == 0 ? ' ' : (char) (FIRST + dots)));
            rows.add(text.toString().stripTrailing());
        }
        return rows;
    }
}
