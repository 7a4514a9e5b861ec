package makerdeck.headless;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import makerdeck.domain.Balance;
import makerdeck.domain.Side;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.text.PlainText;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object without line breaks: {@code ts}, {@code event}, then the event's own fields. Numbers are strings, what
 * is true or false is not, and what is not known is null.
 */
final class JsonLine {

    private static final int DECIMALS = 12;

    private static final Set<String> TRUTHS = Set.of("ok", "maker");

    private JsonLine() {}

    static String of(DeskEvent event) {
        if (event.kind() == DeskEvent.Kind.INFO) {
            var fields = new Fields();
            fields.add("level", event.severity().name().toLowerCase(Locale.ROOT));
            fields.add("text", event.text());
            return object(event.at(), "alert", fields.values);
        }
        return object(event.at(), event.kind().name().toLowerCase(Locale.ROOT), event.fields());
    }

    /** Exact up to twelve decimals, which no price or amount needs more of. */
    private static @Nullable String figure(@Nullable BigDecimal value) {
        return value == null
                ? null
                : value.setScale(Math.min(value.scale(), DECIMALS), RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    /** The regular sign of life; ages are in milliseconds, counted from {@code now}. */
    static String status(DeskSnapshot desk, Instant now) {
        var writer = new Fields();
        writer.add("state", desk.state().name());
        writer.add("reason", desk.reason());
        writer.add("mid", mid(desk));
        var quoting = desk.quoting();
        writer.add("spread", figure(quoting.spread()));
        writer.add("spreadReason", quoting.spreadReason());
        writer.add("spreadGuards", quoting.spreadGuards());
        writer.add("bidReason", quoting.bidReason());
        writer.add("askReason", quoting.askReason());
        writer.add("rebalance", quoting.rebalance());
        var fees = desk.fees();
        writer.add("feeMakerBp", fees == null ? null : figure(fees.used().makerBp()));
        writer.add("feeMakerSource", fees == null ? null : fees.maker().word());
        writer.add("feeTakerBp", fees == null ? null : figure(fees.used().takerBp()));
        writer.add("feeTakerSource", fees == null ? null : fees.taker().word());
        var inventory = desk.inventory();
        writer.add("ratio", inventory == null ? null : figure(inventory.ratio()));
        var balances = inventory == null ? null : inventory.balances();
        writer.add("lentBase", balances == null ? null : lent(balances.base()));
        writer.add("lentQuote", balances == null ? null : lent(balances.quote()));
        writer.add("pnl", figure(desk.totals().pnl()));
        writer.add("pnlIsWithout", desk.totals().feesApartText());
        writer.add(
                "openOrders",
                Long.toString(desk.orders().stream()
                        .filter(order -> !order.tag().startsWith("X"))
                        .count()));
        writer.add("dataAgeMs", age(desk.health().lastFrameAt(), now));
        var roundTrip = desk.health().roundTrip();
        writer.add("rttMs", roundTrip == null ? null : Long.toString(roundTrip.toMillis()));
        return object(now, "status", writer.values);
    }

    /** The answer to a line that never reached the desk. */
    static String answer(Instant at, String line, boolean ok, String result) {
        var writer = new Fields();
        writer.add("line", line);
        writer.add("result", result);
        writer.add("ok", Boolean.toString(ok));
        return object(at, "command", writer.values);
    }

    /** What a line would do that waits for a {@code yes}. */
    static String question(Instant at, String line, List<String> rows) {
        var writer = new Fields();
        writer.add("line", line);
        writer.add("preview", String.join("\n", rows));
        writer.add("answer", Questions.YES);
        writer.add("withinMs", Long.toString(Questions.ANSWERED_WITHIN.toMillis()));
        return object(at, "question", writer.values);
    }

    /** In place of so many lines that nobody read in time. */
    static String dropped(Instant at, long lines) {
        var writer = new Fields();
        writer.add("lines", Long.toString(lines));
        return object(at, "dropped", writer.values);
    }

    private static String lent(Balance balance) {
        return balance.lent().signum() == 0
                ? "0"
                : balance.lent().stripTrailingZeros().toPlainString();
    }

    private static @Nullable String mid(DeskSnapshot desk) {
        var market = desk.market();
        var bid = desk.book().best(Side.BID);
        var ask = desk.book().best(Side.ASK);
        return market == null || bid.isEmpty() || ask.isEmpty()
                ? null
                : figure(market.mid(bid.get().price(), ask.get().price()));
    }

    private static @Nullable String age(@Nullable Instant since, Instant now) {
        return since == null ? null : Long.toString(Math.max(0, now.toEpochMilli() - since.toEpochMilli()));
    }

    private static String object(Instant at, String event, Map<String, ? extends @Nullable String> fields) {
        var buffer = new Buffer();
        try (var json = JsonWriter.of(buffer)) {
            json.beginObject().name("ts").value(at.toString()).name("event").value(event);
            json.setSerializeNulls(true);
            for (var field : fields.entrySet()) {
                json.name(field.getKey());
                if (TRUTHS.contains(field.getKey())) {
                    json.value(Boolean.parseBoolean(field.getValue()));
                } else {
                    json.value(field.getValue());
                }
            }
            json.endObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return PlainText.escaped(buffer.readUtf8());
    }

    /** Fields in order. */
    private static final class Fields {
        private final Map<String, @Nullable String> values = new LinkedHashMap<>();

        void add(String name, @Nullable String value) {
            values.put(name, value);
        }
    }
}
