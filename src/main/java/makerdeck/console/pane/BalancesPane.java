package makerdeck.console.pane;

import java.math.BigDecimal;
import java.time.Duration;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.console.pane.widget.RatioBar;
import makerdeck.console.pane.widget.Series;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.domain.Market;
import makerdeck.snapshot.Inventory;
import org.jspecify.annotations.Nullable;

/** What the account holds, and where its ratio stands between target, band and hard limits. */
final class BalancesPane implements Pane {

    /** Rows with the title. */
    static final int ROWS = 6;

    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var inventory = view.desk().inventory();
        var body = area.below(1);
        if (inventory == null) {
            TitleRow.paint(canvas, area, view, PaneName.BALANCES, "");
            canvas.blank(body);
            canvas.strip(body, 0)
                    .put(Role.DIM, " " + view.say("console.balances.waiting"))
                    .end();
            return;
        }
        var drift = Figures.signed(inventory.ratio().subtract(inventory.target()), 1) + "pp";
        boolean inBand = inBand(inventory);
        TitleRow.paint(
                canvas,
                area,
                view,
                PaneName.BALANCES,
                inBand ? Role.DIM : Role.LATE,
                view.say(inBand ? "console.balances.in-band" : "console.balances.out-of-band", drift) + "  "
                        + Figures.roughAge(Duration.between(inventory.at(), view.now())));
        assets(canvas.strip(body, 0), inventory, view);
        bar(canvas, body, 1, inventory);
        numbers(canvas.strip(body, 2), inventory, view);
        volatility(outlook(canvas.strip(body, 3), view), canvas.glyphs(), view);
        spread(canvas.strip(body, 4), view);
        canvas.blank(body.below(ROWS - 1));
    }

    private static boolean inBand(Inventory inventory) {
        return inventory.ratio().compareTo(inventory.low()) >= 0
                && inventory.ratio().compareTo(inventory.high()) <= 0;
    }

    private static void assets(Strip strip, Inventory inventory, View view) {
        var market = view.desk().market();
        var base = inventory.balances().base().total();
        var quote = inventory.balances().quote().total();
        strip.put(Role.LABEL, " " + (market == null ? view.say("console.balances.base") : market.base()) + " ")
                .put(Role.TEXT, Figures.plain(base, baseDecimals(market)))
                .put(Role.DIM, " (" + inQuote(inventory.total().subtract(quote), market) + ")");
        var asset = (market == null ? view.say("console.balances.quote") : market.quote()) + " ";
        var amount = inQuote(quote, market);
        int rest = strip.room() - Widths.of(asset) - Widths.of(amount) - 1;
        strip.skip(Math.max(2, rest))
                .put(Role.LABEL, asset)
                .put(Role.TEXT, amount)
                .end();
    }

    private static String inQuote(BigDecimal amount, @Nullable Market market) {
        return Figures.plain(amount, market == null ? 2 : market.decimals(amount, 2));
    }

    /** As many as the smallest size has, but two. */
    private static int digits(Market market) {
        return Math.max(2, market.stepSize().stripTrailingZeros().scale());
    }

    private static int baseDecimals(@Nullable Market market) {
        return market == null ? 4 : Math.min(6, market.stepSize().scale() + 2);
    }

    /** The ratio bar alone, in one row. */
    static void bar(Canvas canvas, Area body, int row, Inventory inventory) {
        var strip = canvas.strip(body, row);
        if (strip.room() < 16) {
            strip.end();
            return;
        }
        strip.put(Role.LABEL, " 0%");
        new RatioBar(strip.room() - 5, inventory).draw(strip, canvas.glyphs());
        strip.put(Role.LABEL, "100%").end();
    }

    /** What the bar shows, in words and numbers. */
    static void numbers(Strip strip, Inventory inventory, View view) {
        strip.put(Role.LABEL, label(view, "console.balances.now"))
                .put(Role.RATIO_NOW, percent(inventory.ratio(), 1))
                .put(Role.LABEL, " " + label(view, "console.balances.target"))
                .put(Role.TEXT, percent(inventory.target(), 1))
                .put(Role.LABEL, " " + label(view, "console.balances.trigger"))
                .put(Role.TEXT, Figures.brief(inventory.low(), 1) + ".." + Figures.brief(inventory.high(), 1));
        var limits = Figures.brief(inventory.hardLow(), 1) + ".." + Figures.brief(inventory.hardHigh(), 1);
        labelled(strip, " " + label(view, "console.balances.limit"), limits);
        strip.end();
    }

    private static String label(View view, String key) {
        return " " + view.say(key) + " ";
    }

    /** Only whole: half a number lies. */
    private static void labelled(Strip strip, String label, String text) {
        if (strip.room() > Widths.of(label) + Widths.of(text)) {
            strip.put(Role.LABEL, label).put(Role.TEXT, text);
        }
    }

    private static String percent(BigDecimal value, int decimals) {
        return Figures.brief(value, decimals) + "%";
    }

    /** What comes of a ratio out of its band stands before all else of its row. */
    private static Strip outlook(Strip strip, View view) {
        var outlook = view.desk().quoting().rebalance();
        return outlook == null ? strip : strip.put(Role.LATE, " " + view.say(outlook) + " ");
    }

    private static void volatility(Strip strip, Glyphs glyphs, View view) {
        var quoting = view.desk().quoting();
        var volatility = quoting.volatility();
        var label = label(view, "console.balances.volatility");
        var text = volatility == null
                ? view.say("console.balances.warming-up")
                : view.say("console.per-day", Figures.plain(volatility, 1)) + " " + quoting.regime();
        if (strip.column() > 0 && strip.room() < Widths.of(label) + Widths.of(text)) {
            strip.end();
            return;
        }
        strip.put(Role.LABEL, label).put(volatility == null ? Role.DIM : Role.TEXT, text);
        var lent = lent(view, strip.room());
        if (!lent.isEmpty()) {
            strip.put(Role.LABEL, lent);
        } else if (strip.room() > 10) {
            int width = Math.min(30, strip.room() - 3);
            strip.skip(2).put(Role.SERIES, Series.line(view.mids(), width, glyphs));
        }
        strip.end();
    }

    /** What of both assets is lent, or owed when negative, if there is room for it; empty when neither is. */
    private static String lent(View view, int room) {
        var inventory = view.desk().inventory();
        var market = view.desk().market();
        if (inventory == null || market == null) {
            return "";
        }
        var base = inventory.balances().base().lent();
        var quote = inventory.balances().quote().lent();
        if (base.signum() == 0 && quote.signum() == 0) {
            return "";
        }
        var whole = "  "
                + view.say(
                        "console.balances.lent",
                        Figures.plain(base, baseDecimals(market)),
                        market.base(),
                        inQuote(quote, market),
                        market.quote());
        var brief = "  "
                + view.say("console.balances.lent-brief", Figures.plain(base, digits(market)), inQuote(quote, market));
        if (Widths.of(whole) <= room) {
            return whole;
        }
        return Widths.of(brief) <= room ? brief : "";
    }

    private static void spread(Strip strip, View view) {
        var quoting = view.desk().quoting();
        var spread = quoting.spread();
        strip.put(Role.LABEL, label(view, "console.balances.spread"));
        if (spread == null) {
            strip.put(Role.DIM, view.say("console.balances.no-spread"));
        } else {
            strip.put(Role.TEXT, Figures.brief(spread, 3) + "%")
                    .put(quoting.spreadGuards() == null ? Role.DIM : Role.LATE, " " + spreadWhy(view));
        }
        strip.put(Role.LABEL, " " + label(view, "console.balances.fills")).put(Role.TEXT, fillsPerHour(view));
        var preset = view.desk().preset();
        if (!preset.isEmpty()) {
            labelled(strip, " " + label(view, "console.balances.preset"), preset);
        }
        var suggested = quoting.suggestedPreset();
        var fits = "  " + view.say("console.balances.fits", suggested);
        if (!suggested.isEmpty() && !suggested.equals(preset) && strip.room() >= Widths.of(fits)) {
            strip.put(Role.DIM, fits);
        }
        strip.end();
    }

    private static String spreadWhy(View view) {
        var quoting = view.desk().quoting();
        return quoting.spreadGuards() == null
                ? view.say("strategy.spread-reason." + quoting.spreadReason())
                : "= " + view.say(quoting.spreadGuards());
    }

    /** Over the last hour, or as much of it as is known. */
    private static String fillsPerHour(View view) {
        var fills = view.desk().fills();
        var from = view.now().minus(HOUR);
        if (view.desk().startedAt().isAfter(from)) {
            from = view.desk().startedAt();
        }
        var oldest = fills.isEmpty() ? from : fills.get(fills.size() - 1).fill().at();
        if (fills.size() < view.desk().totals().fills() && oldest.isAfter(from)) {
            from = oldest;
        }
        long seconds = Duration.between(from, view.now()).toSeconds();
        if (seconds < 60) {
            return "-";
        }
        var since = from;
        long count =
                fills.stream().filter(row -> !row.fill().at().isBefore(since)).count();
        return Long.toString(Math.round(count * 3600.0 / seconds));
    }
}
