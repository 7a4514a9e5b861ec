package makerdeck.backpack.wire;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of message reads, and writes itself back byte for byte: names, order and spelled nulls. */
class PayloadTest {

    private static final Codec CODEC = new Codec();

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("order_limit.json", Orders.Order.class),
                Arguments.of("order_market.json", Orders.Order.class),
                Arguments.of("batch.json", Orders.BatchRow.class),
                Arguments.of("history_orders.json", Orders.HistoryOrder.class),
                Arguments.of("history_fills.json", Orders.Fill.class),
                Arguments.of("error.json", ApiError.class),
                Arguments.of("markets.json", Markets.MarketInfo.class),
                Arguments.of("depth_snapshot.json", Markets.DepthSnapshot.class),
                Arguments.of("ticker.json", Markets.Ticker.class),
                Arguments.of("trades.json", Markets.Trade.class),
                Arguments.of("klines.json", Markets.Kline.class),
                Arguments.of("status.json", Markets.Status.class),
                Arguments.of("assets.json", Markets.Asset.class),
                Arguments.of("collateral.json", Account.Collateral.class),
                Arguments.of("account.json", Account.Summary.class),
                Arguments.of("lend_positions.json", Account.LendPosition.class),
                Arguments.of("order_limit_size.json", Account.OrderLimit.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void everyAnswerSurvivesTheWire(String file, Class<?> kind) throws Exception {
        var text = Payloads.own(file);

        Object message = text.startsWith("[") ? CODEC.decodeList(kind, text) : CODEC.decode(kind, text);

        assertEquals(text, CODEC.encodeAnswer(message));
    }

    @Test
    void balancesAreReadByAsset() throws Exception {
        var text = Payloads.own("capital.json");

        var balances = CODEC.decodeMap(Account.Balance.class, text);

        assertEquals(new Account.Balance("19.5", "0.5", "0"), balances.get("SOL"));
        assertEquals(text, CODEC.encodeAnswer(balances));
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("execute.json", Orders.Execute.class),
                Arguments.of("cancel.json", Orders.Cancel.class),
                Arguments.of("cancel_all.json", Orders.CancelAll.class),
                Arguments.of("frame_subscribe.json", ClientFrame.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void everyRequestSurvivesTheWireWithoutNulls(String file, Class<?> kind) throws Exception {
        var text = Payloads.own(file);

        assertEquals(text, CODEC.encodeRequest(CODEC.decode(kind, text)));
    }

    static Stream<Arguments> frames() {
        return Stream.of(
                Arguments.of("frame_book_ticker.json", StreamData.BookTicker.class),
                Arguments.of("frame_depth.json", StreamData.Depth.class),
                Arguments.of("frame_trade.json", StreamData.Trade.class),
                Arguments.of("frame_kline.json", StreamData.Kline.class),
                Arguments.of("frame_ticker.json", StreamData.Ticker.class),
                Arguments.of("frame_order_accepted.json", OrderUpdate.class),
                Arguments.of("frame_order_fill.json", OrderUpdate.class),
                Arguments.of("frame_order_expired.json", OrderUpdate.class),
                Arguments.of("frame_balance.json", StreamData.BalanceUpdate.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void everyFrameIsKnownByItsStreamAndSurvivesTheWire(String file, Class<?> kind) throws Exception {
        var text = Payloads.own(file);

        var frame = CODEC.decodeFrame(text);
        var data = requireNonNull(frame.data());

        assertEquals(kind, data.getClass());
        assertEquals(text, CODEC.encodeFrame(requireNonNull(frame.stream()), data));
    }

    @Test
    void anErrorFrameSaysWhatIsWrong() throws Exception {
        var text = Payloads.own("frame_error.json");

        var frame = CODEC.decodeFrame(text);

        assertEquals(new Frame.Problem(4999, "Something new"), frame.error());
        assertEquals(text, CODEC.encodeAnswer(new Frame.Error(null, frame.error())));
    }

    @Test
    void aFrameOfAnUnknownStreamKeepsItsNameAlone() throws Exception {
        var frame = CODEC.decodeFrame("{\"stream\":\"weather.SOL_USDC\",\"data\":{\"rain\":[1,2]}}");

        assertEquals(new Frame("weather.SOL_USDC", null, null), frame);
    }

    @Test
    void unknownMembersAndStatesAreTolerated() throws Exception {
        var order = CODEC.decode(Orders.Order.class, "{\"future\":{\"a\":[1]},\"status\":\"Dreaming\"}");

        assertEquals("Dreaming", order.status());
        assertNull(order.id());
    }

    @Test
    void numbersAndNumericTextAreTheSame() throws Exception {
        var cancel = CODEC.decode(Orders.Cancel.class, "{\"orderId\":28,\"clientId\":\"29\"}");

        assertEquals(new Orders.Cancel(29L, "28", null), cancel);
    }

    @Test
    void aBatchRowSaysWhichKindItIsWhereverTheWordStands() throws Exception {
        var rows = CODEC.decodeList(
                Orders.BatchRow.class, "[{\"id\":\"7\",\"operation\":\"Ok\"},{\"code\":\"X\",\"operation\":\"Err\"}]");

        assertEquals("7", requireNonNull(rows.get(0).order()).id());
        assertEquals(new ApiError("X", null), rows.get(1).error());
    }

    @Test
    void whatIsNotTheMessageIsRefused() {
        for (var text : List.of("", "null", "404 not found", "<html>", "[1]", "{\"createdAt\":\"noon\"}")) {
            assertThrows(MalformedMessageException.class, () -> CODEC.decode(Orders.Order.class, text), text);
        }
        assertThrows(MalformedMessageException.class, () -> CODEC.decodeFrame("not json"));
    }
}
