package makerdeck.console.screen;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import makerdeck.console.pane.View;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Plot;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.pane.widget.ValueScale;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.snapshot.Results;

/** What the account was worth over all the time there is, up to now. */
final class EquityCurve {

    /** Valuations further apart leave a hole: nobody looked. By the minute, by the hour, by the day. */
    private static final List<Duration> HOLES =
            List.of(Duration.ofMinutes(3), Duration.ofHours(3), Duration.ofHours(27));

    private static final int DECIMALS = 2;
    private static final Duration BY_MINUTE = Duration.ofHours(26);
    private static final Duration BY_HOUR = Duration.ofDays(34);

    private EquityCurve() {}

    /** In rows of which the last tells the time. */
    static void paint(Canvas canvas, Area area, View view, List<Results.Valued> curve) {
        canvas.blank(area);
        if (curve.size() < 2 || area.height() < 2) {
            return;
        }
        var last = curve.get(curve.size() - 1);
        var equity = Figures.plain(last.equity(), DECIMALS);
        int width = Math.max(1, area.width() - Widths.of(equity) - 3);
        var plot = new Plot(width, area.height() - 1, canvas.glyphs());
        var values = columns(curve, plot.columns());
        var scale = ValueScale.whole(values).map(ValueScale::rounded);
        scale.ifPresent(found -> plot.line(values, found, Role.SERIES));
        var highest = scale.map(found -> text(found.high())).orElse("");
        var lowest = scale.map(found -> text(found.low())).orElse("");
        int now =
                scale.map(found -> plot.row(last.equity().doubleValue(), found)).orElse(0);
        for (int row = 0; row < area.height() - 1; row++) {
            var strip = canvas.strip(area, row);
            plot.put(strip, row);
            strip.skip(1);
            if (row == now) {
                strip.figure(Role.MID, "<" + equity);
            } else {
                strip.figure(Role.DIM, row == 0 ? highest : row == area.height() - 2 ? lowest : "");
            }
            strip.end();
        }
        axis(canvas.strip(area, area.height() - 1), curve.get(0).at(), last.at(), width);
    }

    private static String text(double equity) {
        return Figures.plain(BigDecimal.valueOf(equity), DECIMALS);
    }

    private static double[] columns(List<Results.Valued> curve, int count) {
        var values = new double[count];
        Arrays.fill(values, Double.NaN);
        var first = curve.get(0).at();
        var last = curve.get(curve.size() - 1).at();
        long length = Math.max(1, Duration.between(first, last).toMillis());
        for (int i = 0; i < curve.size(); i++) {
            var at = curve.get(i).at();
            int from = column(first, at, length, count);
            boolean whole = i + 1 < curve.size()
                    && Duration.between(at, curve.get(i + 1).at()).compareTo(hole(at, first, last)) <= 0;
            int to = whole ? column(first, curve.get(i + 1).at(), length, count) : from + 1;
            for (int column = from; column < Math.min(count, Math.max(to, from + 1)); column++) {
                values[column] = curve.get(i).equity().doubleValue();
            }
        }
        return values;
    }

    private static int column(Instant first, Instant at, long length, int count) {
        return (int) Math.min(count - 1, Duration.between(first, at).toMillis() * count / length);
    }

    private static Duration hole(Instant at, Instant first, Instant last) {
        if (Duration.between(first, last).compareTo(BY_MINUTE) < 0) {
            return HOLES.get(0);
        }
        return HOLES.get(Duration.between(at, last).compareTo(BY_HOUR) < 0 ? 1 : 2);
    }

    private static void axis(Strip strip, Instant first, Instant last, int width) {
        var from = said(first);
        var to = said(last);
        strip.figure(Role.DIM, from);
        if (width > Widths.of(from) + Widths.of(to) + 1) {
            strip.to(width - Widths.of(to)).figure(Role.DIM, to);
        }
        strip.end();
    }

    private static String said(Instant at) {
        var time = at.atZone(ZoneOffset.UTC);
        return time.toLocalDate() + " " + Figures.clock(at, ZoneOffset.UTC).substring(0, 5);
    }
}
