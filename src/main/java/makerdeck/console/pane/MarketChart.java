package makerdeck.console.pane;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import makerdeck.console.history.Axis;
import makerdeck.console.history.ChartColumns;
import makerdeck.console.history.MarketHistory;
import makerdeck.console.history.Measure;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.console.pane.widget.Plot;
import makerdeck.console.pane.widget.ValueScale;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.domain.Side;
import makerdeck.snapshot.OrderRow;
import org.jspecify.annotations.Nullable;

/** The lines of the market pane, and beside them what they are worth now. One frame; UI thread only. */
final class MarketChart {

    /** With less for the line there is nothing beside it. */
    private static final int LEAST_WIDTH = 12;

    /** Ticks that the scale of the price shows at least. */
    private static final int LEAST_TICKS = 4;

    /** As many times the height of the line a quote may be off it; farther away it would flatten the line. */
    private static final int QUOTES_NEAR = 4;

    private static final int SHORTEST_TAG = 2;

    private static final char PLAIN_BID = ',';
    private static final char PLAIN_ASK = '\'';
    private static final char BOUGHT = 'B';
    private static final char SOLD = 'S';

    private record Tag(int row, Role role, String text) {}

    /** All that the lines of the price are made of; a quote that is not there is not a number. */
    private record Shown(
            ChartColumns columns, double bid, double ask, double least, int width, int rows, Glyphs glyphs) {}

    /** The lines of the price, drawn. */
    static final class Lines {
        private final Shown of;
        private final @Nullable ValueScale scale;
        private final Plot plot;

        private Lines(Shown of) {
            this.of = of;
            scale = scale(of).orElse(null);
            plot = new Plot(of.width, of.rows, of.glyphs);
            if (scale != null) {
                draw(of.columns, plot, scale);
            }
        }
    }

    private final View view;
    private final Glyphs glyphs;
    private final int rows;
    private final int width;
    private final ChartColumns columns;
    private final Lines lines;
    private final List<Tag> tags;

    private MarketChart(View view, Glyphs glyphs, int room, int rows, boolean withStrips, @Nullable Lines before) {
        this.view = view;
        this.glyphs = glyphs;
        this.rows = rows;
        int beside = beside(withStrips);
        width = room - beside < LEAST_WIDTH ? room : room - beside;
        var axis = Axis.of(view.options().span(), view.now(), view.zone());
        columns = view.history().columns(view.options().span(), axis, new Plot(width, 0, glyphs).columns(), view.now());
        var shown = new Shown(columns, own(Side.BID), own(Side.ASK), least(), width, rows, glyphs);
        lines = before != null && before.of.equals(shown) ? before : new Lines(shown);
        tags = width == room || lines.scale == null ? List.of() : tags(lines.scale);
    }

    /**
     * @param withStrips whether value and share are told too
     * @param before of the last picture, taken again if they show the same
     */
    static MarketChart of(View view, Glyphs glyphs, int room, int rows, boolean withStrips, @Nullable Lines before) {
        return new MarketChart(view, glyphs, room, rows, withStrips, before);
    }

    Lines lines() {
        return lines;
    }

    /** Of the lines alone. */
    int width() {
        return width;
    }

    private double least() {
        var market = view.desk().market();
        return market == null ? 0 : market.tickSize().doubleValue() * LEAST_TICKS;
    }

    private static Optional<ValueScale> scale(Shown of) {
        var low = of.columns.of(Measure.LOW);
        var high = of.columns.of(Measure.HIGH);
        var extremes = Arrays.copyOf(low, low.length + high.length);
        System.arraycopy(high, 0, extremes, low.length, high.length);
        return ValueScale.of(extremes, of.least).map(scale -> scale.with(of.bid, QUOTES_NEAR)
                .with(of.ask, QUOTES_NEAR)
                .rounded());
    }

    /** Price of our quote nearest the mid now; not a number without one. */
    private double own(Side side) {
        return nearest(side).map(order -> price(order).doubleValue()).orElse(Double.NaN);
    }

    private Optional<OrderRow> nearest(Side side) {
        return view.desk().market() == null
                ? Optional.empty()
                : MarketHistory.nearest(view.desk().orders(), side);
    }

    private BigDecimal price(OrderRow order) {
        return Objects.requireNonNull(view.desk().market()).decimal(order.price());
    }

    private static void draw(ChartColumns columns, Plot plot, ValueScale scale) {
        plot.dashes(columns.of(Measure.BID), scale, PLAIN_BID, Role.OWN_BID);
        plot.dashes(columns.of(Measure.ASK), scale, PLAIN_ASK, Role.OWN_ASK);
        plot.line(columns.of(Measure.LOW), columns.of(Measure.HIGH), columns.of(Measure.MID), scale, Role.SERIES);
        marks(plot, scale, columns.of(Measure.BOUGHT), BOUGHT, Role.SIDE_BID);
        marks(plot, scale, columns.of(Measure.SOLD), SOLD, Role.SIDE_ASK);
    }

    private static void marks(Plot plot, ValueScale scale, double[] fills, char sign, Role role) {
        for (int i = 0; i < fills.length; i++) {
            if (scale.has(fills[i])) {
                plot.mark(i, fills[i], scale, sign, role);
            }
        }
    }

    void paint(Canvas canvas, Area area) {
        for (int row = 0; row < rows; row++) {
            var strip = canvas.strip(area, row);
            lines.plot.put(strip, row);
            for (var tag : tags) {
                if (tag.row() == row) {
                    strip.skip(1).figure(tag.role(), tag.text());
                }
            }
            strip.end();
        }
    }

    /** What stands beside the lines: what matters more first, and where a row is taken the other stays away. */
    private List<Tag> tags(ValueScale scale) {
        var plot = lines.plot;
        var found = new ArrayList<Tag>();
        last().ifPresent(mid -> found.add(new Tag(
                plot.row(mid.doubleValue(), scale), Role.MID, "<" + Figures.plain(mid, view.priceDecimals() + 1))));
        for (var side : Side.values()) {
            nearest(side).ifPresent(order -> {
                double price = price(order).doubleValue();
                put(found, new Tag(plot.row(price, scale), role(side), order.tag() + " " + text(price)));
            });
        }
        put(found, new Tag(0, Role.DIM, text(scale.high())));
        put(found, new Tag(rows - 1, Role.DIM, text(scale.low())));
        return found;
    }

    private static void put(List<Tag> found, Tag tag) {
        if (found.stream().noneMatch(other -> other.row() == tag.row())) {
            found.add(tag);
        }
    }

    private static Role role(Side side) {
        return side == Side.BID ? Role.OWN_BID : Role.OWN_ASK;
    }

    private String text(double price) {
        return Figures.plain(BigDecimal.valueOf(price), view.priceDecimals());
    }

    /** The mid, unless nobody confirms it any more. */
    private Optional<BigDecimal> last() {
        return isTrusted(view) ? view.mid() : Optional.empty();
    }

    static boolean isTrusted(View view) {
        return view.bookTrust() == View.Trust.FRESH || view.bookTrust() == View.Trust.LAG;
    }

    /** ChartColumns that the texts beside the lines take. */
    private int beside(boolean withStrips) {
        int price = view.mid()
                .map(mid -> Figures.plain(mid, view.priceDecimals()).length())
                .orElse(0);
        int tag = SHORTEST_TAG;
        for (var side : Side.values()) {
            tag = Math.max(tag, nearest(side).map(order -> order.tag().length()).orElse(0));
        }
        int strips = withStrips ? Math.max(Widths.of(equityText()), Widths.of(ratioText())) : 0;
        return 1 + Math.max(tag + 1 + price, strips);
    }

    private String equityText() {
        var inventory = view.desk().inventory();
        return inventory == null ? "" : view.say("console.market.equity", money(inventory.total()));
    }

    private String money(BigDecimal value) {
        var market = view.desk().market();
        return Figures.plain(value, market == null ? 2 : market.decimals(value, 2));
    }

    private String ratioText() {
        var inventory = view.desk().inventory();
        return inventory == null ? "" : view.say("console.market.ratio", Figures.plain(inventory.ratio(), 1));
    }

    void equity(Canvas canvas, Area area) {
        strip(canvas, area, Measure.EQUITY, Role.SERIES, equityText());
    }

    void ratio(Canvas canvas, Area area) {
        strip(canvas, area, Measure.RATIO, Role.RATIO_NOW, ratioText());
    }

    private void strip(Canvas canvas, Area area, Measure measure, Role role, String text) {
        var plot = new Plot(width, area.height(), glyphs);
        var values = columns.of(measure);
        ValueScale.whole(values).ifPresent(scale -> plot.line(values, scale, role));
        for (int row = 0; row < area.height(); row++) {
            var strip = canvas.strip(area, row);
            plot.put(strip, row);
            strip.skip(1).figure(role, row == 0 ? text : "").end();
        }
    }
}
