package makerdeck.laboratory.report;

import java.util.List;
import makerdeck.message.Message;

/** A piece of a section. Immutable. */
public sealed interface ReportPart {

    /** A paragraph. */
    record Prose(Message text) implements ReportPart {}

    /**
     * Rows under heads; the first cell of a row names it.
     *
     * @param rows each as long as the heads
     */
    record Table(List<Message> heads, List<List<Message>> rows) implements ReportPart {

        public Table {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
            for (var row : rows) {
                if (row.size() != heads.size()) {
                    throw new IllegalArgumentException(row.size() + " cells under " + heads.size() + " heads: " + row);
                }
            }
        }
    }

    /**
     * Lines over one pair of axes.
     *
     * @param across what the x axis counts, with its unit
     * @param up what the y axis counts, with its unit
     */
    record Plot(Message caption, Message across, Message up, List<PlotLine> lines) implements ReportPart {

        public Plot {
            lines = List.copyOf(lines);
        }
    }

    /** @param points by x; those of a {@link Shape#LINE} are joined, in between is a band from low to high */
    record PlotLine(Message name, Shape shape, List<PlotPoint> points) {

        public PlotLine {
            points = List.copyOf(points);
        }
    }

    /** How points are drawn. */
    enum Shape {
        LINE,
        DOTS
    }

    /** A value with its interval; low and high are y where there is none. */
    record PlotPoint(double x, double low, double y, double high) {

        public PlotPoint {
            if (!Double.isFinite(x + low + y + high)) {
                throw new IllegalArgumentException("no place in a plot: " + x + " " + low + " " + y + " " + high);
            }
        }

        /** Without an interval. */
        public static PlotPoint of(double x, double y) {
            return new PlotPoint(x, y, y, y);
        }

        boolean hasInterval() {
            return low < high;
        }
    }
}
