package makerdeck.simulator.recorded;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import org.jspecify.annotations.Nullable;

/** One line of a recorded feed. */
sealed interface RecordedLine {

    int TOLD_AT_MOST = 200;

    /** A hundred years after 1970 and more, and room to add as many. */
    long LATEST_NANOS = Long.MAX_VALUE / 2;

    int MOST_DIGITS = 30;
    int MOST_DECIMALS = 18;

    /** When it was received, in nanoseconds since 1970. */
    long atNanos();

    /** A price with the absolute quantity displayed at it; zero deletes. */
    record Displayed(BigDecimal price, BigDecimal quantity) {}

    record Snapshot(long atNanos, long lastId, List<Displayed> bids, List<Displayed> asks) implements RecordedLine {}

    /** @param previousId the last id of the update before, {@link #NO_PREVIOUS} where the format has none */
    record Diff(
            long atNanos,
            String symbol,
            long firstId,
            long lastId,
            long previousId,
            List<Displayed> bids,
            List<Displayed> asks)
            implements RecordedLine {

        static final long NO_PREVIOUS = -1;
    }

    record Best(long atNanos, String symbol, long id, Displayed bid, Displayed ask) implements RecordedLine {}

    record Trade(long atNanos, String symbol, long id, BigDecimal price, BigDecimal quantity, boolean buyerIsMaker)
            implements RecordedLine {}

    /** What is traded, in which steps: a recording of this program's own begins with it. */
    record Rules(
            long atNanos,
            String symbol,
            String base,
            String quote,
            BigDecimal tick,
            BigDecimal step,
            BigDecimal minQuantity)
            implements RecordedLine {}

    /** Here something is missing: what follows is to be trusted from the next snapshot on. */
    record Gap(long atNanos, String why) implements RecordedLine {}

    /** Throws {@link MistakeException} for anything that is not one of these. */
    static RecordedLine parse(String line) {
        int space = line.indexOf(' ');
        if (space < 1) {
            throw mistake("simulator.line.form");
        }
        long at = number("time", line.substring(0, space), Long::valueOf);
        if (at < 0 || at > LATEST_NANOS) {
            throw mistake("simulator.line.no-number", "time", at);
        }
        var root = new Members(RecordedJson.parse(line, space + 1));
        if (!root.has("stream")) {
            return ofNoStream(at, root);
        }
        var stream = root.text("stream");
        var data = root.members("data");
        var kind = stream.substring(stream.indexOf('@') + 1);
        var symbol = data.text("s");
        if (kind.startsWith("depth")) {
            long previous = data.has("pu") ? data.number("pu") : Diff.NO_PREVIOUS;
            return new Diff(
                    at, symbol, data.number("U"), data.number("u"), previous, data.levels("b"), data.levels("a"));
        }
        return switch (kind) {
            case "bookTicker" -> new Best(at, symbol, data.number("u"), data.level("b", "B"), data.level("a", "A"));
            case "trade" ->
                new Trade(at, symbol, data.number("t"), data.decimal("p"), data.decimal("q"), data.flag("m"));
            default -> throw mistake("simulator.line.unknown-stream", stream);
        };
    }

    private static RecordedLine ofNoStream(long at, Members root) {
        if (root.has("gap")) {
            return new Gap(at, root.text("gap"));
        }
        if (!root.has("market")) {
            return new Snapshot(at, root.number("lastUpdateId"), root.levels("bids"), root.levels("asks"));
        }
        var market = root.members("market");
        return new Rules(
                at,
                market.text("symbol"),
                market.text("base"),
                market.text("quote"),
                market.decimal("tickSize"),
                market.decimal("stepSize"),
                market.decimal("minQuantity"));
    }

    /** With as many digits as the price of anything may have. */
    private static BigDecimal decimal(String name, String text) {
        if (text.length() <= 2 * MOST_DIGITS) {
            var found = number(name, text, BigDecimal::new);
            if (found.precision() <= MOST_DIGITS && Math.abs(found.scale()) <= MOST_DECIMALS) {
                return found;
            }
        }
        throw mistake("simulator.line.no-number", name, text);
    }

    private static Displayed displayed(String name, BigDecimal price, BigDecimal quantity) {
        if (price.signum() <= 0 || quantity.signum() < 0) {
            throw mistake("simulator.line.no-level", name + " " + price + " " + quantity);
        }
        return new Displayed(price, quantity);
    }

    private static <T> T number(String name, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (NumberFormatException none) {
            throw mistake("simulator.line.no-number", name, text);
        }
    }

    /** A JSON object whose members must be there and of the right kind. */
    final class Members {

        private final Map<?, ?> map;

        private Members(@Nullable Object value) {
            if (!(value instanceof Map<?, ?> members)) {
                throw mistake("simulator.line.no-object", String.valueOf(value));
            }
            map = members;
        }

        private boolean has(String name) {
            return map.containsKey(name);
        }

        private Members members(String name) {
            return new Members(map.get(name));
        }

        private String text(String name) {
            if (map.get(name) instanceof String text) {
                return text;
            }
            throw mistake("simulator.line.no-member", name, map.keySet());
        }

        private long number(String name) {
            return RecordedLine.number(name, text(name), Long::valueOf);
        }

        private BigDecimal decimal(String name) {
            return RecordedLine.decimal(name, text(name));
        }

        private boolean flag(String name) {
            return switch (text(name)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw mistake("simulator.line.no-flag", name);
            };
        }

        private Displayed level(String price, String quantity) {
            return displayed(price, decimal(price), decimal(quantity));
        }

        private List<Displayed> levels(String name) {
            var levels = new ArrayList<Displayed>();
            if (!(map.get(name) instanceof List<?> entries)) {
                throw mistake("simulator.line.no-list", name, map.keySet());
            }
            for (var entry : entries) {
                if (entry instanceof List<?> pair
                        && pair.size() == 2
                        && pair.get(0) instanceof String price
                        && pair.get(1) instanceof String quantity) {
                    levels.add(
                            displayed(name, RecordedLine.decimal(name, price), RecordedLine.decimal(name, quantity)));
                } else {
                    throw mistake("simulator.line.no-level", entry);
                }
            }
            return levels;
        }
    }

    /** A line that makes no sense, with not more of it than fits a line of the log. */
    static MistakeException mistake(String key, Object... values) {
        return new MistakeException(Message.of(
                key,
                Arrays.stream(values)
                        .map(String::valueOf)
                        .map(value -> value.substring(0, Math.min(TOLD_AT_MOST, value.length())))
                        .toArray()));
    }
}
