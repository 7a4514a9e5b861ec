package makerdeck.backpack.wire;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was seen on the real wire reads, and is written back as it was seen. */
class RecordedMessagesTest {

    private static final Codec CODEC = new Codec();

    /** Recorded before members were added or with members this desk has no use for: read only. */
    private static final Set<String> READ_ONLY = Set.of(
            "rest_history_orders_trigger.json",
            "ws_private_order_update_doc.json",
            "ws_private_balance_update_doc.json");

    private static final Set<String> OTHER =
            Set.of("README.md", "rest_ping.txt", "rest_time.txt", "rest_history_headers.json");

    private static final Map<String, Class<?>> REST = Map.ofEntries(
            Map.entry("rest_account.json", Account.Summary.class),
            Map.entry("rest_assets.json", Markets.Asset.class),
            Map.entry("rest_batch_mixed.json", Orders.BatchRow.class),
            Map.entry("rest_capital_collateral.json", Account.Collateral.class),
            Map.entry("rest_delete_order.json", Orders.Order.class),
            Map.entry("rest_delete_orders_none.json", Orders.Order.class),
            Map.entry("rest_depth_limit20.json", Markets.DepthSnapshot.class),
            Map.entry("rest_get_open_orders.json", Orders.Order.class),
            Map.entry("rest_get_open_orders_client_id.json", Orders.Order.class),
            Map.entry("rest_get_order.json", Orders.Order.class),
            Map.entry("rest_history_fills.json", Orders.Fill.class),
            Map.entry("rest_history_fills_empty.json", Orders.Fill.class),
            Map.entry("rest_history_orders.json", Orders.HistoryOrder.class),
            Map.entry("rest_history_orders_trigger.json", Orders.HistoryOrder.class),
            Map.entry("rest_klines_1m.json", Markets.Kline.class),
            Map.entry("rest_post_order_limit_postonly.json", Orders.Order.class),
            Map.entry("rest_post_order_market.json", Orders.Order.class),
            Map.entry("rest_status.json", Markets.Status.class),
            Map.entry("rest_ticker.json", Markets.Ticker.class),
            Map.entry("rest_trades.json", Markets.Trade.class),
            Map.entry("ws_private_order_update_doc.json", OrderUpdate.class),
            Map.entry("ws_private_balance_update_doc.json", StreamData.BalanceUpdate.class));

    private static final Set<String> MAPS = Set.of("rest_capital.json", "rest_capital_multi.json");

    static Stream<Arguments> rest() {
        return REST.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rest")
    void everyAnswerReads(String file, Class<?> kind) throws Exception {
        var text = String.join("", Payloads.recorded(file));

        Object message = text.startsWith("[") ? CODEC.decodeList(kind, text) : CODEC.decode(kind, text);

        assertNotNull(message);
        if (!READ_ONLY.contains(file)) {
            assertEquals(text, CODEC.encodeAnswer(message));
        }
    }

    @Test
    void everyBalanceReads() throws Exception {
        for (var file : MAPS) {
            var text = String.join("", Payloads.recorded(file));

            assertEquals(text, CODEC.encodeAnswer(CODEC.decodeMap(Account.Balance.class, text)));
        }
    }

    static Stream<String> frames() {
        return Stream.of(
                "ws_private_market_fill.jsonl",
                "ws_private_order_lifecycle.jsonl",
                "ws_public_bookticker.jsonl",
                "ws_public_depth_200ms.jsonl",
                "ws_public_depth_edge.jsonl",
                "ws_public_kline.jsonl",
                "ws_public_sol_usdc_2026-09-02.jsonl",
                "ws_public_ticker.jsonl",
                "ws_public_trade.jsonl");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void everyFrameReadsAndIsWrittenBackAsSeen(String file) throws Exception {
        for (var line : Payloads.recorded(file)) {
            var frame = CODEC.decodeFrame(line);

            var stream = requireNonNull(frame.stream());
            if (frame.data() == null) {
                assertTrue(stream.startsWith("markPrice."), stream);
            } else {
                assertEquals(line, CODEC.encodeFrame(stream, frame.data()));
            }
        }
    }

    @Test
    void triggerFramesReadWithoutTheirTriggers() throws Exception {
        for (var line : Payloads.recorded("ws_private_limit_accepted_and_triggers.jsonl")) {
            var data = requireNonNull(CODEC.decodeFrame(line).data());

            assertEquals("SOL_USDC", assertInstanceOf(OrderUpdate.class, data).symbol());
        }
    }

    @Test
    void everyErrorFrameReads() throws Exception {
        for (var line : Payloads.recorded("ws_errors.jsonl")) {
            assertEquals(
                    line,
                    CODEC.encodeAnswer(
                            new Frame.Error(null, CODEC.decodeFrame(line).error())));
        }
    }

    @Test
    void everyClientFrameReads() throws Exception {
        for (var line : Payloads.recorded("ws_client_frames.jsonl")) {
            assertEquals(line, CODEC.encodeRequest(CODEC.decode(ClientFrame.class, line)));
        }
    }

    @Test
    void everyErrorBodyReads() throws Exception {
        for (var file : files()) {
            if (file.startsWith("err_") && !file.startsWith("err_plain_")) {
                var text = String.join("", Payloads.recorded(file));
                var body = text.substring(text.indexOf("\"body\":") + 7, text.length() - 1);

                assertEquals(body, CODEC.encodeAnswer(CODEC.decode(ApiError.class, body)));
            }
        }
    }

    @Test
    void noRecordedFileIsForgotten() throws Exception {
        var forgotten = new TreeSet<>(files());
        forgotten.removeIf(file -> file.startsWith("err_"));
        forgotten.removeAll(OTHER);
        forgotten.removeAll(REST.keySet());
        forgotten.removeAll(MAPS);
        forgotten.removeAll(frames().toList());
        forgotten.removeAll(
                Set.of("ws_private_limit_accepted_and_triggers.jsonl", "ws_errors.jsonl", "ws_client_frames.jsonl"));

        assertEquals(Set.of(), forgotten);
    }

    private static Set<String> files() throws Exception {
        var folder = Path.of(System.getProperty("shared", "../shared"), "backpack", "messages");
        Assumptions.assumeTrue(Files.isDirectory(folder), "no recorded messages at " + folder);
        try (var files = Files.list(folder)) {
            var names = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertFalse(names.isEmpty());
            return names;
        }
    }
}
