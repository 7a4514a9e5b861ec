package makerdeck.backpack.client.base;

import static makerdeck.backpack.client.base.WireFields.decimal;
import static makerdeck.backpack.client.base.WireFields.present;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import makerdeck.backpack.wire.OrderUpdate;
import makerdeck.backpack.wire.Orders;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.ClientId;
import makerdeck.domain.Fill;
import makerdeck.domain.Level;
import makerdeck.domain.Market;
import makerdeck.domain.Order;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Price;
import makerdeck.domain.Quantity;
import makerdeck.domain.Side;
import makerdeck.domain.Trade;
import makerdeck.message.Message;
import makerdeck.venue.Refusal;
import org.jspecify.annotations.Nullable;

/** What the wire's words mean on one market. Spellings differ: case and underscores do not count. Immutable. */
public record WireDecoder(Market market) {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LONGEST_TIME = 40;

    /** Ticks or steps: so many that a whole book of them can still be added up. */
    static final long MOST = 1_000_000_000_000_000L;

    public Order order(Orders.Order wire) throws DecodeException {
        var createdAt = milliTime(wire.createdAt());
        var row = new Row(wire.id(), wire.clientId(), wire.side(), wire.price(), wire.quantity());
        return order(row, wire.executedQuantity(), wire.status(), createdAt);
    }

    public Order order(Orders.HistoryOrder wire) throws DecodeException {
        var row = new Row(wire.id(), wire.clientId(), wire.side(), wire.price(), wire.quantity());
        return order(row, wire.executedQuantity(), wire.status(), isoTime(wire.createdAt()));
    }

    public Order order(OrderUpdate wire) throws DecodeException {
        var row = new Row(wire.orderId(), wire.clientId(), wire.side(), wire.price(), wire.quantity());
        return order(row, wire.executedQuantity(), wire.status(), microTime(wire.engineTime()));
    }

    private Order order(Row row, @Nullable String executed, @Nullable String status, Instant at)
            throws DecodeException {
        var known = status(present(status, "status"));
        var side = side(row.side);
        var filled = quantity(executed, "executedQuantity");
        // A market order has no price, and none of its own quantity when it was given in quote units.
        var price = row.price == null ? new Price(0) : price(side, row.price);
        var quantity = row.quantity == null ? filled : quantity(row.quantity, "quantity");
        if (filled.compareTo(quantity) > 0) {
            throw new DecodeException(Message.of("client.unreadable.out-of-range", "executedQuantity"));
        }
        return new Order(present(row.id, "id"), clientId(row.clientId), side, price, quantity, filled, known, at);
    }

    public Fill fill(OrderUpdate wire) throws DecodeException {
        var orderId = present(wire.orderId(), "orderId");
        var price = positive(wire.lastPrice(), "lastPrice");
        var quantity = positive(wire.lastQuantity(), "lastQuantity");
        var at = microTime(wire.engineTime());
        var feeAsset = present(wire.feeAsset(), "feeAsset");
        return new Fill(
                tradeId(wire.tradeId(), orderId, at, price, quantity),
                orderId,
                clientId(wire.clientId()),
                side(wire.side()),
                price,
                quantity,
                fee(wire.fee(), feeAsset, price, quantity),
                feeAsset,
                present(wire.maker(), "maker"),
                at);
    }

    /** What the order has executed in all, in base units, the update included. */
    public BigDecimal cumulative(OrderUpdate wire) throws DecodeException {
        return decimal(wire.executedQuantity(), "executedQuantity");
    }

    public Fill fill(Orders.Fill wire) throws DecodeException {
        var orderId = present(wire.orderId(), "orderId");
        var price = positive(wire.price(), "price");
        var quantity = positive(wire.quantity(), "quantity");
        var at = isoTime(wire.timestamp());
        var feeAsset = present(wire.feeSymbol(), "feeAsset");
        return new Fill(
                tradeId(wire.tradeId(), orderId, at, price, quantity),
                orderId,
                clientId(number(wire.clientId())),
                side(wire.side()),
                price,
                quantity,
                fee(wire.fee(), feeAsset, price, quantity),
                feeAsset,
                present(wire.isMaker(), "maker"),
                at);
    }

    /** Executions of old, and some of the system, carry none, or zero. */
    private static long tradeId(
            @Nullable Long told, String orderId, Instant at, BigDecimal price, BigDecimal quantity) {
        return told == null || told <= 0 ? Fill.nameless(orderId, at, price, quantity) : told;
    }

    public Trade trade(StreamData.Trade wire) throws DecodeException {
        var taker = present(wire.buyerIsMaker(), "buyerIsMaker") ? Side.ASK : Side.BID;
        return new Trade(
                present(wire.tradeId(), "tradeId"),
                taker,
                price(taker.opposite(), present(wire.price(), "price")),
                quantity(wire.quantity(), "quantity"),
                microTime(wire.engineTime()));
    }

    public Level level(Side side, BigDecimal price, BigDecimal quantity) throws DecodeException {
        try {
            var level = new Level(market.observed(side, price), market.observed(quantity));
            if (level.price().ticks() == 0) {
                throw new DecodeException(Message.of("client.unreadable.price-zero"));
            }
            if (level.price().ticks() > MOST || level.quantity().steps() > MOST) {
                throw new DecodeException(Message.of("client.unreadable.out-of-range", "level"));
            }
            return level;
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new DecodeException(Message.of("client.unreadable.out-of-range", "level"));
        }
    }

    /** A price that belongs to no side. */
    public Price price(String text) throws DecodeException {
        return price(Side.BID, text);
    }

    private Price price(Side side, String text) throws DecodeException {
        var exact = decimal(text, "price");
        try {
            var price = market.observed(side, exact);
            if (Math.abs(price.ticks()) <= MOST) {
                return price;
            }
            throw new DecodeException(Message.of("client.unreadable.out-of-range", "price"));
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new DecodeException(Message.of("client.unreadable.out-of-range", "price"));
        }
    }

    private Quantity quantity(@Nullable String text, String name) throws DecodeException {
        var exact = decimal(text, name);
        try {
            var quantity = market.observed(exact);
            if (quantity.steps() <= MOST) {
                return quantity;
            }
            throw new DecodeException(Message.of("client.unreadable.out-of-range", name));
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new DecodeException(Message.of("client.unreadable.out-of-range", name));
        }
    }

    /** What was executed is in exact decimals: today's grid need not be the one it was executed on. */
    private static BigDecimal positive(@Nullable String text, String name) throws DecodeException {
        var exact = decimal(text, name);
        if (exact.signum() <= 0) {
            throw new DecodeException(Message.of("client.unreadable.out-of-range", name));
        }
        return exact;
    }

    /** More than what was traded is no fee, and no rebate. */
    private BigDecimal fee(@Nullable String text, String asset, BigDecimal price, BigDecimal quantity)
            throws DecodeException {
        var fee = decimal(text, "fee");
        var inBase = asset.equals(market.base()) && fee.abs().compareTo(quantity) > 0;
        var inQuote = asset.equals(market.quote()) && fee.abs().compareTo(price.multiply(quantity)) > 0;
        if (inBase || inQuote) {
            throw new DecodeException(Message.of("client.unreadable.out-of-range", "fee"));
        }
        return fee;
    }

    public static Side side(@Nullable String text) throws DecodeException {
        return switch (plain(present(text, "side"))) {
            case "bid" -> Side.BID;
            case "ask" -> Side.ASK;
            default -> throw new DecodeException(Message.of("client.unreadable.side"));
        };
    }

    static OrderStatus status(String text) {
        return switch (plain(text)) {
            case "new" -> OrderStatus.NEW;
            case "partiallyfilled" -> OrderStatus.PARTIALLY_FILLED;
            case "filled" -> OrderStatus.FILLED;
            case "cancelled", "canceled" -> OrderStatus.CANCELLED;
            case "expired" -> OrderStatus.EXPIRED;
            case "triggerpending", "triggerfailed" -> OrderStatus.DORMANT;
            default -> OrderStatus.UNCLEAR;
        };
    }

    /** What an order has expired for, as far as it must be acted upon; the venue spells its reasons in more than one way. */
    public static @Nullable Refusal refusal(@Nullable String expiry) {
        return expiry == null
                ? null
                : switch (plain(expiry)) {
                    case "postonlytaker" -> Refusal.POST_ONLY_WOULD_TAKE;
                    case "borrowrequireslendredeem", "insufficientborrowablequantity" -> Refusal.LENT_OUT;
                    default -> null;
                };
    }

    /** What of an order is not understood, null when nothing is left open. */
    public static @Nullable Message oddity(Order order, @Nullable String word) {
        return switch (order.status()) {
            case NEW, PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED -> null;
            case DORMANT, UNCLEAR -> Message.of("client.answer.state", word);
        };
    }

    private static String plain(String word) {
        return word.replace("_", "").toLowerCase(Locale.ROOT);
    }

    public static @Nullable ClientId clientId(@Nullable Long number) {
        return number == null || number < 0 || number > ClientId.LARGEST ? null : new ClientId(number);
    }

    public static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,10}") ? Long.valueOf(text) : null;
    }

    private static Instant milliTime(@Nullable Long millis) throws DecodeException {
        return bounded(Instant.ofEpochMilli(present(millis, "createdAt")));
    }

    private static Instant microTime(@Nullable Long micros) throws DecodeException {
        return bounded(Instant.EPOCH.plus(present(micros, "time"), ChronoUnit.MICROS));
    }

    /** ISO without a zone means UTC. */
    public static Instant isoTime(@Nullable String text) throws DecodeException {
        var iso = present(text, "time");
        if (iso.length() > LONGEST_TIME) {
            throw new DecodeException(Message.of("client.unreadable.time"));
        }
        try {
            return bounded(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            throw new DecodeException(Message.of("client.unreadable.time"));
        }
    }

    /** Nothing has happened before time was counted, and nothing will after all of us. */
    private static Instant bounded(Instant at) throws DecodeException {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new DecodeException(Message.of("client.unreadable.time-range"));
        }
        return at;
    }

    /** What the three kinds of order message have in common. */
    private record Row(
            @Nullable String id,
            @Nullable Long clientId,
            @Nullable String side,
            @Nullable String price,
            @Nullable String quantity) {}
}
