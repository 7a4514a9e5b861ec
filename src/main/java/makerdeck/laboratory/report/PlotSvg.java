package makerdeck.laboratory.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToDoubleFunction;
import makerdeck.laboratory.report.ReportPart.Plot;
import makerdeck.laboratory.report.ReportPart.PlotLine;
import makerdeck.laboratory.report.ReportPart.PlotPoint;
import makerdeck.laboratory.report.ReportPart.Shape;
import makerdeck.words.Speech;

/** Draws a plot as SVG within a page, colours left to the style sheet. One thread. */
final class PlotSvg {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 250;
    private static final int LEFT = 54;
    private static final int RIGHT = 16;
    private static final int TOP = 24;
    private static final int BOTTOM = 44;
    private static final int TICK = 4;
    private static final int LABEL_DOWN = 15;
    private static final int NAME_UP = 6;
    private static final String RADIUS = "3";

    /** The style sheet has as many. */
    private static final int COLOURS = 6;

    private final Markup page;
    private final Speech speech;
    private final Plot plot;
    private final PlotScales scales;

    PlotSvg(Markup page, Speech speech, Plot plot, PlotScales scales) {
        this.page = page;
        this.speech = speech;
        this.plot = plot;
        this.scales = scales;
    }

    void draw() {
        var size = "0 0 " + WIDTH + " " + HEIGHT;
        page.open("svg", "viewBox", size, "role", "img", "aria-label", speech.say(plot.caption()));
        grid();
        for (int i = 0; i < plot.lines().size(); i++) {
            draw(plot.lines().get(i), colour(i));
        }
        page.close();
        if (plot.lines().size() > 1) {
            legend();
        }
    }

    static String colour(int line) {
        return "c" + line % COLOURS;
    }

    private void legend() {
        page.open("ul", "class", "legend");
        for (int i = 0; i < plot.lines().size(); i++) {
            page.leaf("li", speech.say(plot.lines().get(i).name()), "class", colour(i));
        }
        page.close();
    }

    private void grid() {
        var across = scales.horizontal();
        for (var tick : across.ticks()) {
            var x = across(tick.doubleValue());
            line("grid", x, TOP + "", x, HEIGHT - BOTTOM + TICK + "");
            label(x, HEIGHT - BOTTOM + LABEL_DOWN + "", "middle", across.label(tick));
        }
        var up = scales.vertical();
        for (var tick : up.ticks()) {
            var y = down(tick.doubleValue());
            line(tick.signum() == 0 ? "zero" : "grid", LEFT - TICK + "", y, WIDTH - RIGHT + "", y);
            label(LEFT - 2 * TICK + "", y, "end", up.label(tick));
        }
        label(TICK + "", TOP - 2 * NAME_UP + "", "start", speech.say(plot.up()));
        label(WIDTH - RIGHT + "", HEIGHT - NAME_UP + "", "end", speech.say(plot.across()));
    }

    private void line(String style, String x1, String y1, String x2, String y2) {
        page.open("line", "class", style, "x1", x1, "y1", y1, "x2", x2, "y2", y2)
                .close();
    }

    private void label(String x, String y, String anchor, String words) {
        page.leaf("text", words, "x", x, "y", y, "text-anchor", anchor, "dominant-baseline", "middle");
    }

    private void draw(PlotLine line, String colour) {
        page.open("g", "class", colour);
        page.leaf("title", speech.say(line.name()));
        if (line.shape() == Shape.DOTS) {
            line.points().forEach(this::dot);
        } else {
            joined(line.points());
        }
        page.close();
    }

    private void dot(PlotPoint point) {
        var x = across(point.x());
        if (point.hasInterval()) {
            line("bar", x, down(point.low()), x, down(point.high()));
        }
        page.open("circle", "cx", x, "cy", down(point.y()), "r", RADIUS).close();
    }

    private void joined(List<PlotPoint> points) {
        if (points.stream().anyMatch(PlotPoint::hasInterval)) {
            var band = new StringBuilder(path(points, PlotPoint::high));
            for (int i = points.size() - 1; i >= 0; i--) {
                band.append(" L").append(place(points.get(i), PlotPoint::low));
            }
            page.open("path", "class", "band", "d", band.append('Z').toString()).close();
        }
        page.open("path", "class", "line", "d", path(points, PlotPoint::y)).close();
    }

    private String path(List<PlotPoint> points, ToDoubleFunction<PlotPoint> height) {
        var path = new StringBuilder();
        for (var point : points) {
            path.append(path.isEmpty() ? "M" : " L").append(place(point, height));
        }
        return path.toString();
    }

    private String place(PlotPoint point, ToDoubleFunction<PlotPoint> height) {
        return across(point.x()) + "," + down(height.applyAsDouble(point));
    }

    private String across(double x) {
        return rounded(LEFT + scales.horizontal().share(x) * (WIDTH - LEFT - RIGHT));
    }

    private String down(double y) {
        return rounded(HEIGHT - BOTTOM - scales.vertical().share(y) * (HEIGHT - TOP - BOTTOM));
    }

    private static String rounded(double place) {
        return BigDecimal.valueOf(place).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
