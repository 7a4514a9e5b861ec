package makerdeck.headless;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.Earnings;
import makerdeck.snapshot.HealthRow;
import makerdeck.snapshot.SessionFigures;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object without line breaks: {@code ts}, {@code event}, then the event's own fields. Numbers are strings, what
 * is true or false is not, and what is not known is null. Every field of the headless output is named and spelt here.
 */
public final class JsonLine {

    private final Speech speech;

    /** @param speech what is meant for people is said in it */
    public JsonLine(Speech speech) {
        this.speech = speech;
    }

    String of(DeskEvent event) {
        var fields = named(event.at(), name(event.kind()));
        event.news().deliverTo(new NewsFields(event, fields, speech));
        return fields.text();
    }

    /** What the desk only mentions is an alert of the lowest level. */
    private static String name(DeskEvent.Kind kind) {
        return (kind == DeskEvent.Kind.INFO ? DeskEvent.Kind.ALERT : kind)
                .name()
                .toLowerCase(Locale.ROOT);
    }

    /** The figures of a session as the headless output has them, in their order: names and what they say. */
    public Map<String, String> figures(SessionFigures figures) {
        var fields = new JsonObject();
        NewsFields.add(figures, fields, speech);
        return fields.values();
    }

    /** Fields of what happened. */
    private record NewsFields(DeskEvent event, JsonObject fields, Speech speech) implements DeskNews.Listener {

        @Override
        public void on(DeskNews.StateChanged news) {
            fields.add("state", news.state().name());
            fields.add("reason", speech.say(news.reason()));
        }

        @Override
        public void on(DeskNews.OrderMoved news) {
            var id = news.orderId();
            fields.add("clientId", Long.toString(news.clientId().value()));
            fields.add("orderId", id == null ? "" : id);
            fields.add("side", side(news.side()));
            fields.add("price", news.price().toPlainString());
            fields.add("quantity", news.quantity().toPlainString());
            fields.add("state", news.stage().name());
        }

        @Override
        public void on(DeskNews.FillBooked news) {
            var fill = news.fill();
            fields.add("tradeId", Long.toString(fill.tradeId()));
            fields.add("orderId", fill.orderId());
            fields.add("side", side(fill.side()));
            fields.add("price", news.market().textOfPrice(fill.price()));
            fields.add("quantity", news.market().textOfQuantity(fill.quantity()));
            fields.add("fee", fill.fee().toPlainString());
            fields.add("feeAsset", fill.feeAsset());
            fields.add("maker", fill.maker());
        }

        @Override
        public void on(DeskNews.ParameterChanged news) {
            fields.add("key", news.key());
            fields.add("old", news.before());
            fields.add("new", news.after());
            fields.add("source", news.source());
        }

        @Override
        public void on(DeskNews.CommandAnswered news) {
            fields.add("line", news.line());
            fields.add("result", speech.say(news.result()));
            fields.add("ok", news.ok());
            fields.add("ms", Long.toString(news.took().toMillis()));
        }

        @Override
        public void on(DeskNews.Alerted news) {
            said();
            fields.add("id", news.id());
        }

        @Override
        public void on(DeskNews.Recovered news) {
            said();
            fields.add("recovered", String.join(" ", news.ids()));
        }

        @Override
        public void on(DeskNews.Noted news) {
            said();
        }

        private void said() {
            fields.add("level", event.severity().name().toLowerCase(Locale.ROOT));
            fields.add("text", speech.say(event.text()));
        }

        @Override
        public void on(DeskNews.SessionReported news) {
            add(news.figures(), fields, speech);
        }

        private static void add(SessionFigures figures, JsonObject fields, Speech speech) {
            var totals = figures.totals();
            var parts = figures.parts();
            fields.add("fills", Long.toString(totals.fills()));
            fields.add("buys", Long.toString(totals.buys()));
            fields.add("sells", Long.toString(totals.sells()));
            fields.add("volumeBase", JsonValues.figure(totals.volumeBase()));
            fields.add("volumeQuote", JsonValues.figure(totals.volumeQuote()));
            fields.add("fees", JsonValues.figure(totals.feesQuote()));
            fields.add("pnl", JsonValues.figure(totals.pnl()));
            fields.add("pnlIsWithout", totals.feesApartText());
            fields.add("spreadCaptured", JsonValues.figure(parts.captured()));
            fields.add("inventoryResult", JsonValues.figure(parts.markToMarket()));
            fields.add("quotingFees", JsonValues.figure(parts.fees()));
            fields.add("feesConverted", JsonValues.figure(parts.converted()));
            fields.add("rebalanceResult", JsonValues.figure(parts.rebalance()));
            fields.add("feeRates", speech.say(figures.feeRates()));
            fields.add("interest", JsonValues.figure(parts.interest()));
            fields.add("transfers", JsonValues.figure(parts.transfers()));
            fields.add("realised", JsonValues.figure(totals.realised()));
            fields.add("unrealised", JsonValues.figure(figures.held().unrealised()));
            fields.add("realisedFifo", JsonValues.figure(figures.held().realisedFifo()));
            fields.add("unrealisedFifo", JsonValues.figure(figures.held().unrealisedFifo()));
            fields.add("volumeMaker", JsonValues.figure(figures.traded().maker()));
            fields.add("volumeTaker", JsonValues.figure(figures.traded().taker()));
            fields.add("wearPercent", JsonValues.figure(figures.traded().wearPercent()));
            fields.add("rebalanceCost", JsonValues.figure(totals.rebalanceCost()));
            fields.add("againstHolding", JsonValues.figure(figures.againstHolding()));
            add(figures.quoted(), fields);
        }

        /** A side that was never allowed has no share of that time: it is left out. */
        private static void add(SessionFigures.Quoted quoted, JsonObject fields) {
            fields.add("uptimeBids", quoted.bids().toPlainString());
            fields.add("uptimeAsks", quoted.asks().toPlainString());
            if (quoted.allowedBids() != null) {
                fields.add("uptimeAllowedBids", quoted.allowedBids().toPlainString());
            }
            if (quoted.allowedAsks() != null) {
                fields.add("uptimeAllowedAsks", quoted.allowedAsks().toPlainString());
            }
        }
    }

    /** {@code bid} or {@code ask}, in every language. */
    private static String side(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    /** The regular sign of life; ages are in milliseconds, counted from {@code now}. */
    String status(DeskSnapshot desk, Instant now) {
        var writer = named(now, "status");
        writer.add("state", desk.state().name());
        writer.add("reason", speech.say(desk.reason()));
        writer.add("code", JsonValues.code(desk.denial().orElse(null)));
        writer.add("mid", JsonValues.mid(desk));
        var quoting = desk.quoting();
        writer.add("spread", JsonValues.figure(quoting.spread()));
        writer.add("spreadReason", quoting.spreadReason());
        writer.add("spreadGuards", speech.say(quoting.spreadGuards()));
        writer.add("bidChain", JsonValues.chain(quoting.bids(), now));
        writer.add("askChain", JsonValues.chain(quoting.asks(), now));
        writer.add("bidReason", speech.say(quoting.bidReason()));
        writer.add("bidCode", JsonValues.code(quoting.bidDenial()));
        writer.add("askReason", speech.say(quoting.askReason()));
        writer.add("askCode", JsonValues.code(quoting.askDenial()));
        writer.add("rebalance", speech.say(quoting.rebalance()));
        var fees = desk.fees();
        writer.add(
                "feeMakerBp",
                fees == null ? null : JsonValues.figure(fees.used().makerBp()));
        writer.add("feeMakerSource", fees == null ? null : fees.maker().word());
        writer.add(
                "feeTakerBp",
                fees == null ? null : JsonValues.figure(fees.used().takerBp()));
        writer.add("feeTakerSource", fees == null ? null : fees.taker().word());
        var inventory = desk.inventory();
        writer.add("ratio", inventory == null ? null : JsonValues.figure(inventory.ratio()));
        var balances = inventory == null ? null : inventory.balances();
        writer.add("lentBase", balances == null ? null : JsonValues.lent(balances.base()));
        writer.add("lentQuote", balances == null ? null : JsonValues.lent(balances.quote()));
        writer.add("pnl", JsonValues.figure(desk.totals().pnl()));
        writer.add("pnlIsWithout", desk.totals().feesApartText());
        var earnings = desk.earnings();
        writer.add("equity", earnings == null ? null : JsonValues.figure(earnings.equity()));
        earned("today", earnings == null ? null : earnings.today(), writer);
        earned("session", earnings == null ? null : earnings.session(), writer);
        writer.add(
                "openOrders",
                Long.toString(desk.orders().stream()
                        .filter(order -> !order.tag().startsWith("X"))
                        .count()));
        writer.add("dataAgeMs", JsonValues.age(desk.health().lastFrameAt(), now));
        var roundTrip = desk.health().roundTrip();
        writer.add("rttMs", roundTrip == null ? null : Long.toString(roundTrip.toMillis()));
        guardians(desk.health(), writer);
        recorded("recording", desk.health().recording(), writer);
        recorded("capture", desk.health().capture(), writer);
        return writer.text();
    }

    /** Who would cancel our orders if the desk died; those elsewhere as {@code ADDRESS state}, null when there are none. */
    private static void guardians(HealthRow health, JsonObject fields) {
        fields.add("guardian", health.guardian().name().toLowerCase(Locale.ROOT));
        var elsewhere = health.guardiansElsewhere().stream()
                .map(each -> each.address() + " " + each.state().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        fields.add("guardiansElsewhere", elsewhere.isEmpty() ? null : elsewhere);
    }

    /** Null when nothing is recorded; without trouble that is null, too. */
    private void recorded(String what, HealthRow.@Nullable Recording recording, JsonObject fields) {
        var trouble = recording == null ? null : recording.trouble();
        fields.add(what + "File", recording == null ? null : recording.file());
        fields.add(what + "Lines", recording == null ? null : Long.toString(recording.lines()));
        fields.add(what + "Lost", recording == null ? null : Long.toString(recording.lost()));
        fields.add(what + "Trouble", trouble == null ? null : speech.say(trouble));
    }

    /** What a day or a session has earned, from what; null when that is not known. */
    private static void earned(String what, Earnings.@Nullable Period period, JsonObject fields) {
        fields.add(what + "Since", period == null ? null : period.since().toString());
        var figures = new LinkedHashMap<String, @Nullable BigDecimal>();
        var parts = period == null ? null : period.parts();
        figures.put("Pnl", period == null ? null : period.profit());
        figures.put("SpreadCaptured", parts == null ? null : parts.captured());
        figures.put("InventoryResult", parts == null ? null : parts.markToMarket());
        figures.put("QuotingFees", parts == null ? null : parts.fees());
        figures.put("FeesConverted", parts == null ? null : parts.converted());
        figures.put("RebalanceResult", parts == null ? null : parts.rebalance());
        figures.put("Interest", parts == null ? null : parts.interest());
        figures.put("Transfers", parts == null ? null : parts.transfers());
        figures.put("AgainstHolding", period == null ? null : period.againstHolding());
        figures.forEach((name, value) -> fields.add(what + name, JsonValues.figure(value)));
    }

    /** The answer to a line that never reached the desk. */
    static String answer(Instant at, String line, boolean ok, String result) {
        var writer = named(at, "command");
        writer.add("line", line);
        writer.add("result", result);
        writer.add("ok", ok);
        return writer.text();
    }

    /** What a line would do that waits for a {@code yes}. */
    String question(Instant at, String line, List<Message> rows) {
        var writer = named(at, "question");
        writer.add("line", line);
        writer.add("preview", rows.stream().map(speech::say).collect(Collectors.joining("\n")));
        writer.add("answer", Questions.YES);
        writer.add("withinMs", Long.toString(Questions.ANSWERED_WITHIN.toMillis()));
        return writer.text();
    }

    /** All of a line has its answer: told to those who sent lines from another program. */
    static String done(Instant at, String line) {
        var writer = named(at, "done");
        writer.add("line", line);
        return writer.text();
    }

    /** In place of so many lines that nobody read in time. */
    static String dropped(Instant at, long lines) {
        var writer = named(at, "dropped");
        writer.add("lines", Long.toString(lines));
        return writer.text();
    }

    /** A row of a table: its fields have the names of the table's columns, an empty cell is null. */
    public static String row(String name, Map<String, String> cells) {
        var fields = new JsonObject();
        fields.add("event", name);
        cells.forEach((column, cell) -> fields.add(column, cell.isEmpty() ? null : cell));
        return fields.text();
    }

    private static JsonObject named(Instant at, String name) {
        var fields = new JsonObject();
        fields.add("ts", at.toString());
        fields.add("event", name);
        return fields;
    }
}
