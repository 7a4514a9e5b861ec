package makerdeck.console.pane;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import makerdeck.command.PaneName;
import makerdeck.console.pane.widget.Area;
import makerdeck.console.pane.widget.Canvas;
import makerdeck.console.pane.widget.ChainText;
import makerdeck.console.pane.widget.Figures;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.console.pane.widget.Phrase;
import makerdeck.console.pane.widget.RatioBar;
import makerdeck.console.pane.widget.Series;
import makerdeck.console.pane.widget.Strip;
import makerdeck.console.theme.Role;
import makerdeck.console.tty.Widths;
import makerdeck.domain.Market;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.Inventory;
import org.jspecify.annotations.Nullable;

/** What the account holds, and where its ratio stands between target, band and hard limits. */
final class BalancesPane implements Pane {

    /** Rows with the title. */
    static final int ROWS = 6;

    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    public Inputs inputs(Area area, View view) {
        var desk = view.desk();
        var inventory = desk.inventory();
        return Inputs.of(
                inventory,
                inventory == null ? "" : age(inventory, view),
                desk.quoting(),
                new ChainText(view.speech(), desk.quoting(), view.now()).timesLeft(),
                view.mids(),
                desk.preset(),
                fillsPerHour(view));
    }

    private static String age(Inventory inventory, View view) {
        return Figures.roughAge(Duration.between(inventory.at(), view.now()));
    }

    @Override
    public void paint(Canvas canvas, Area area, View view) {
        var inventory = view.desk().inventory();
        var body = area.below(1);
        if (inventory == null) {
            TitleRow.paint(canvas, area, view, PaneName.BALANCES, Role.DIM);
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
                view.say(inBand ? "console.balances.in-band" : "console.balances.out-of-band", drift),
                age(inventory, view));
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

    /** Both in one row; where it is short, the base asset's value goes first, then digits. */
    private static void assets(Strip strip, Inventory inventory, View view) {
        var market = view.desk().market();
        var base = inventory.balances().base().total();
        var quote = inventory.balances().quote().total();
        var baseName = market == null ? view.say("console.balances.base") : market.base();
        var quoteName = market == null ? view.say("console.balances.quote") : market.quote();
        var exact = amount(baseName, Figures.plain(base, baseDecimals(market)));
        var worth = exact.and(Role.DIM, " (" + inQuote(inventory.total().subtract(quote), market) + ")");
        var right = amount(quoteName, inQuote(quote, market));
        var lefts = new ArrayList<>(List.of(worth, exact));
        var rights = new ArrayList<>(List.of(right));
        for (var text : Figures.shorter(base)) {
            lefts.add(amount(baseName, text));
        }
        for (var text : Figures.shorter(quote)) {
            rights.add(amount(quoteName, text));
        }
        for (int i = 0; i < Math.max(lefts.size(), rights.size() + 1); i++) {
            var one = lefts.get(Math.min(i, lefts.size() - 1));
            var other = rights.get(Math.min(Math.max(0, i - 1), rights.size() - 1));
            if (one.width() + other.width() + 2 <= strip.room()) {
                strip.put(one);
                strip.skip(strip.room() - other.width() - 1).put(other).end();
                return;
            }
        }
        strip.put(lefts.get(lefts.size() - 1), exact).end();
    }

    private static Phrase amount(String asset, String text) {
        return Phrase.of(Role.LABEL, " " + asset + " ").and(Role.TEXT, text);
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

    /** What the bar shows, in words and numbers; where there is no room for words, with the signs of the bar. */
    static void numbers(Strip strip, Inventory inventory, View view) {
        var now = Figures.plain(inventory.ratio(), 1) + "%";
        var target = Figures.brief(inventory.target(), 1) + "%";
        var band = Figures.brief(inventory.low(), 1) + ".." + Figures.brief(inventory.high(), 1);
        var limits = Figures.brief(inventory.hardLow(), 1) + ".." + Figures.brief(inventory.hardHigh(), 1);
        var words = Phrase.of(Role.LABEL, label(view, "console.balances.now"))
                .and(Role.RATIO_NOW, now)
                .and(Role.LABEL, " " + label(view, "console.balances.target"))
                .and(Role.TEXT, target)
                .and(Role.LABEL, " " + label(view, "console.balances.trigger"))
                .and(Role.TEXT, band);
        if (words.width() <= strip.room()) {
            strip.put(words)
                    .labelled(" " + label(view, "console.balances.limit"), Role.TEXT, limits)
                    .end();
            return;
        }
        strip.labelled(" o ", Role.RATIO_NOW, now)
                .labelled("  T ", Role.TEXT, target)
                .put(Phrase.of(Role.RATIO_BAND, "  (").and(Role.TEXT, band).and(Role.RATIO_BAND, ")"))
                .end();
    }

    private static String label(View view, String key) {
        return " " + view.say(key) + " ";
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
        if (volatility == null) {
            strip.put(Phrase.of(Role.LABEL, label).and(Role.DIM, view.say("console.balances.warming-up")));
        } else {
            var text = view.say("console.per-day", Figures.plain(volatility, 1));
            strip.labelled(label, Role.TEXT, text + " " + quoting.regime(), text);
        }
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
        var fills = Phrase.of(Role.LABEL, " " + label(view, "console.balances.fills"))
                .and(Role.TEXT, fillsPerHour(view));
        if (quoting.bids() == null && quoting.asks() == null) {
            strip.labelled(label(view, "console.balances.spread"), Role.DIM, view.say("console.balances.no-spread"));
        } else {
            chain(strip, fills.width(), view);
        }
        strip.put(fills);
        var preset = view.desk().preset();
        if (!preset.isEmpty()) {
            strip.labelled(" " + label(view, "console.balances.preset"), Role.TEXT, preset);
        }
        var suggested = quoting.suggestedPreset();
        if (!suggested.isEmpty() && !suggested.equals(preset)) {
            strip.put(Phrase.of(Role.DIM, "  " + view.say("console.balances.fits", suggested)));
        }
        strip.end();
    }

    /** A guard that widens is said before all else; what usually decides the width leaves room for what follows. */
    private static void chain(Strip strip, int follows, View view) {
        var text = new ChainText(view.speech(), view.desk().quoting(), view.now());
        boolean widened = text.isWidened();
        var chain = text.brief(strip.room() - 1 - (widened ? 0 : follows));
        if (!chain.isEmpty()) {
            strip.put(widened ? Role.LATE : Role.TEXT, " " + chain);
        }
    }

    /** Over the last hour, or as much of it as is known. */
    private static String fillsPerHour(View view) {
        var fills = view.desk().fills();
        var from = view.now().minus(HOUR);
        if (view.desk().startedAt().isAfter(from)) {
            from = view.desk().startedAt();
        }
        var oldest = fills.isEmpty() ? from : fills.get(fills.size() - 1).fill().at();
        if (fills.size() >= DeskSnapshot.FILLS_KEPT && oldest.isAfter(from)) {
            from = oldest;
        }
        long seconds = Duration.between(from, view.now()).toSeconds();
        if (seconds < 60) {
            return "-";
        }
        long count = 0;
        for (var row : fills) {
            count += row.fill().at().isBefore(from) ? 0 : 1;
        }
        return Long.toString(Math.round(count * 3600.0 / seconds));
    }
}
