package makerdeck.simulator.recorded;

import static makerdeck.domain.Side.ASK;
import static makerdeck.domain.Side.BID;
import static makerdeck.simulator.Fixture.accepted;
import static makerdeck.simulator.Fixture.decimal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import makerdeck.domain.OrderStatus;
import makerdeck.domain.Side;
import makerdeck.domain.TimeInForce;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.Fixture;
import makerdeck.simulator.Heard;
import makerdeck.simulator.model.AccountId;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.OrderKey;
import makerdeck.simulator.model.OrderRequest;
import makerdeck.simulator.model.OrderView;
import makerdeck.simulator.model.QueueModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trading on a small recording written here: one line a second, best bid 100.00, best ask 100.10. */
@ResourceLock(Resources.LOCALE)
class RecordedFeedTest {

    private static final String SNAPSHOT = "{\"lastUpdateId\":10,\"bids\":[[\"100.00\",\"5.0\"],[\"99.90\",\"7.0\"]],"
            + "\"asks\":[[\"100.10\",\"4.0\"],[\"100.25\",\"6.0\"]]}";

    @TempDir
    private Path folder;

    private final Heard heard = new Heard();
    private QueueModel queue = QueueModel.RISK_AVERSE;

    private Exchange play(String... lines) throws IOException {
        var text = new StringBuilder();
        for (int second = 0; second < lines.length; second++) {
            text.append(5_000_000_000L + second * 1_000_000_000L)
                    .append(' ')
                    .append(lines[second])
                    .append('\n');
        }
        return playText(text.toString());
    }

    private Exchange playText(String text) throws IOException {
        var file = folder.resolve("feed");
        Files.writeString(file, text);
        var market = RecordedMarket.of(file);
        var exchange = new Exchange(
                new ExchangeSettings(
                        market,
                        market.startPrice(),
                        new MarketSource.Recording(List.of(file), queue),
                        0,
                        Fixture.START,
                        Duration.ZERO),
                heard);
        exchange.advanceTo(Fixture.START);
        return exchange;
    }

    private static String diff(long first, long last, String bids, String asks) {
        return "{\"stream\":\"abcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1,\"s\":\"ABCUSDT\",\"U\":"
                + first + ",\"u\":" + last + ",\"b\":[" + bids + "],\"a\":[" + asks + "]}}";
    }

    private static String trade(String price, String quantity, boolean buyerIsMaker) {
        return "{\"stream\":\"abcusdt@trade\",\"data\":{\"e\":\"trade\",\"s\":\"ABCUSDT\",\"t\":77,\"p\":\"" + price
                + "\",\"q\":\"" + quantity + "\",\"T\":1,\"m\":" + buyerIsMaker + ",\"M\":true}}";
    }

    private static AccountId account(Exchange exchange) {
        return exchange.open(Map.of("ABC", decimal("100"), "USDT", decimal("10000")), ExchangeSettings.STANDARD_FEES);
    }

    private static OrderView limit(Exchange exchange, AccountId account, Side side, String price, String quantity) {
        return accepted(exchange.submit(account, OrderRequest.limit(side, decimal(price), decimal(quantity))));
    }

    private static void second(Exchange exchange, int second) {
        exchange.advanceTo(Fixture.START + Duration.ofSeconds(second).toNanos());
    }

    @Test
    void marketIsDerivedFromTheRecording() throws IOException {
        var market = play(SNAPSHOT, diff(11, 11, "", "")).market();

        assertEquals("ABC_USDT", market.rules().symbol());
        assertEquals(0, market.rules().tickSize().compareTo(decimal("0.01")));
        assertEquals(0, market.rules().stepSize().compareTo(decimal("1")));
        assertEquals(0, market.startPrice().compareTo(decimal("100")));
    }

    @Test
    void diffsFollowTheSnapshotAndThoseBeforeItAreAppliedAfterIt() throws IOException {
        var exchange = play(
                diff(9, 10, "[\"99.90\",\"1.0\"]", ""),
                diff(11, 12, "[\"100.00\",\"3.0\"]", ""),
                SNAPSHOT,
                diff(13, 15, "[\"100.01\",\"2.0\"]", "[\"100.10\",\"0.0\"]"));

        second(exchange, 2);
        var seeded = exchange.depth(10);
        second(exchange, 3);
        var moved = exchange.depth(10);

        assertEquals(12, seeded.updateId());
        assertEquals(3, seeded.bids().get(0).quantity().steps());
        assertEquals(7, seeded.bids().get(1).quantity().steps());
        assertEquals(15, moved.updateId());
        assertEquals(10_001, moved.bids().get(0).price().ticks());
        assertEquals(10_025, moved.asks().get(0).price().ticks());
        assertEquals(
                List.of("1-10", "11-12", "13-15"),
                heard.depth.stream().map(d -> d.firstId() + "-" + d.lastId()).toList());
    }

    @Test
    void restingOrderWaitsForEverythingDisplayedInFrontOfIt() throws IOException {
        var exchange = play(SNAPSHOT, trade("100.00", "3", true), trade("100.00", "3", true), diff(11, 11, "", ""));
        var account = account(exchange);
        var order = limit(exchange, account, BID, "100.00", "4");

        second(exchange, 1);
        var waiting = exchange.openOrder(account, new OrderKey.ById(order.id())).orElseThrow();
        second(exchange, 2);
        var reached = exchange.openOrder(account, new OrderKey.ById(order.id())).orElseThrow();

        assertEquals(0, waiting.executed().steps());
        assertEquals(1, reached.executed().steps());
        assertTrue(heard.fills.get(0).maker());
    }

    /** Steps filled of a bid of 4 at 100.00, behind 5, when the lines have been played. */
    private long filledOfABid(String... lines) throws IOException {
        var exchange = play(lines);
        limit(exchange, account(exchange), BID, "100.00", "4");
        second(exchange, lines.length);
        return heard.fills.stream().mapToLong(fill -> fill.quantity().steps()).sum();
    }

    @Test
    void cancelsInFrontDoNotHelpAsLongAsMoreIsDisplayedAndTakersOfTheOtherSideDoNotEither() throws IOException {
        long filled = filledOfABid(
                SNAPSHOT,
                diff(11, 11, "[\"100.00\",\"9.0\"]", ""),
                diff(12, 12, "[\"100.00\",\"5.0\"]", ""),
                trade("100.00", "5", false),
                trade("100.00", "5", true));

        assertEquals(0, filled);
    }

    @Test
    void noMoreIsInFrontThanWasEverDisplayedSince() throws IOException {
        long filled = filledOfABid(
                SNAPSHOT,
                diff(11, 11, "[\"100.00\",\"1.0\"]", ""),
                diff(12, 12, "[\"100.00\",\"9.0\"]", ""),
                trade("100.00", "3", true));

        assertEquals(2, filled);
    }

    @Test
    void aLevelThatWasEmptiedAndFilledAgainHasNobodyInFront() throws IOException {
        long filled = filledOfABid(
                SNAPSHOT,
                diff(11, 11, "[\"100.00\",\"0.0\"]", ""),
                diff(12, 12, "[\"100.00\",\"9.0\"]", ""),
                trade("100.00", "3", true));

        assertEquals(3, filled);
    }

    /** Four of nine are taken back: all from behind, or more than two of them from in front. */
    @ParameterizedTest
    @CsvSource({"risk-averse, 0", "power:1, 1", "log, 1", "power:3, 1"})
    void theModelSaysWhoseCancelItWas(String model, long filled) throws IOException {
        queue = QueueModel.of(model);

        assertEquals(
                filled,
                filledOfABid(
                        SNAPSHOT,
                        diff(11, 11, "[\"100.00\",\"9.0\"]", ""),
                        diff(12, 12, "[\"100.00\",\"5.0\"]", ""),
                        trade("100.00", "4", true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"risk-averse", "power:3", "log"})
    void whatWasTradedIsNotTakenBackOnceMore(String model) throws IOException {
        queue = QueueModel.of(model);

        // 5 in front and 4 behind, 3 traded: 2 and 4.
        assertEquals(
                1,
                filledOfABid(
                        SNAPSHOT,
                        diff(11, 11, "[\"100.00\",\"9.0\"]", ""),
                        trade("100.00", "3", true),
                        diff(12, 12, "[\"100.00\",\"6.0\"]", ""),
                        trade("100.00", "3", true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.00", "99.95"})
    void anOrderIsFilledWhenTheOtherSideReachesOrPassesItsPrice(String ask) throws IOException {
        var exchange = play(
                SNAPSHOT,
                diff(11, 11, "", "[\"100.05\",\"1.0\"]"),
                diff(12, 12, "[\"100.00\",\"0.0\"]", "[\"" + ask + "\",\"1.0\"]"));
        var account = account(exchange);
        limit(exchange, account, BID, "100.00", "4");

        second(exchange, 1);
        assertEquals(List.of(), heard.fills);
        second(exchange, 2);

        assertEquals(1, heard.fills.size());
        assertEquals(4, heard.fills.get(0).quantity().steps());
        assertEquals(10_000, heard.fills.get(0).price().ticks());
        assertTrue(heard.fills.get(0).maker());
        assertEquals(List.of(), exchange.openOrders(account));
        assertEquals(1, exchange.depth(1).asks().get(0).quantity().steps());
        assertEquals(List.of(), exchange.recentTrades(10));
    }

    @Test
    void anAskIsFilledWhenTheBidsReachIt() throws IOException {
        var exchange = play(SNAPSHOT, diff(11, 11, "[\"100.20\",\"1.0\"]", "[\"100.10\",\"0.0\"]"));
        var account = account(exchange);
        limit(exchange, account, ASK, "100.20", "4");

        second(exchange, 1);

        assertEquals(
                List.of(10_020L),
                heard.fills.stream().map(fill -> fill.price().ticks()).toList());
    }

    @Test
    void whatAnAccountHasTakenDoesNotReachItsOwnOrder() throws IOException {
        var exchange = play(
                SNAPSHOT,
                diff(11, 11, "[\"100.00\",\"6.0\"]", "[\"100.25\",\"7.0\"]"),
                diff(12, 12, "", "[\"100.10\",\"3.0\"]"));
        var account = account(exchange);
        limit(exchange, account, BID, "100.10", "5");
        assertEquals(1, heard.fills.size());

        second(exchange, 1);
        assertEquals(1, heard.fills.size());
        second(exchange, 2);

        assertEquals(2, heard.fills.size());
    }

    @Test
    void secondOrderFillsAfterTheFirst() throws IOException {
        var exchange = play(SNAPSHOT, trade("100.00", "8", true), diff(11, 11, "", ""));
        var account = account(exchange);
        var first = limit(exchange, account, BID, "100.00", "2");
        var second = limit(exchange, account, BID, "100.00", "2");

        second(exchange, 1);

        assertEquals(
                List.of(first.id() + ":2", second.id() + ":1"),
                heard.fills.stream()
                        .map(fill -> fill.orderId() + ":" + fill.quantity().steps())
                        .toList());
    }

    @Test
    void tradeThroughAnOrderFillsItAtItsOwnPriceUpToWhatTraded() throws IOException {
        var exchange = play(SNAPSHOT, trade("100.30", "3", false), trade("100.30", "3", false), diff(11, 11, "", ""));
        var account = account(exchange);
        var order = limit(exchange, account, ASK, "100.20", "4");

        second(exchange, 1);
        var partly = exchange.openOrder(account, new OrderKey.ById(order.id())).orElseThrow();
        second(exchange, 2);

        assertEquals(3, partly.executed().steps());
        assertEquals(
                List.of(10_020L, 10_020L),
                heard.fills.stream().map(fill -> fill.price().ticks()).toList());
        assertEquals(List.of(), exchange.openOrders(account));
    }

    @Test
    void takerGetsWhatIsDisplayedOnceAndLeavesNoPublicTrace() throws IOException {
        var exchange = play(SNAPSHOT, diff(11, 11, "", "[\"100.10\",\"4.0\"]"));
        var account = account(exchange);
        var before = exchange.depth(10);
        var immediate = OrderRequest.limit(BID, decimal("100.10"), decimal("3")).with(TimeInForce.IOC);

        var full = accepted(exchange.submit(account, immediate));
        var rest = accepted(exchange.submit(account, immediate));
        var nothing = accepted(exchange.submit(account, immediate));
        second(exchange, 1);
        var renewed = accepted(exchange.submit(account, immediate));

        assertEquals(OrderStatus.FILLED, full.status());
        assertEquals(1, rest.executed().steps());
        assertEquals(0, nothing.executed().steps());
        assertEquals(OrderStatus.FILLED, renewed.status());
        assertEquals(before.asks(), exchange.depth(10).asks());
        assertEquals(List.of(), exchange.recentTrades(10));
    }

    @Test
    void ordersOfAccountsAreNotInTheRecordedDepth() throws IOException {
        var exchange = play(SNAPSHOT, diff(11, 11, "", ""));
        var account = account(exchange);

        limit(exchange, account, BID, "100.05", "1");

        assertEquals(10_000, exchange.depth(1).bids().get(0).price().ticks());
    }

    @Test
    void gapIsToldAndTheEndTooAndOrdersStayOpen() throws IOException {
        var exchange = play(SNAPSHOT, diff(15, 16, "", "[\"100.10\",\"1.0\"]"));
        var account = account(exchange);
        limit(exchange, account, BID, "99.00", "1");

        second(exchange, 60);

        assertTrue(heard.events.contains("gap simulator.feed.updates-missing[11, 14]"), heard.events.toString());
        assertEquals("ended simulator.feed.end", heard.events.get(heard.events.size() - 1));
        assertEquals(1, exchange.openOrders(account).size());
        assertEquals(1, exchange.depth(1).asks().get(0).quantity().steps());
    }

    @Test
    void crossedRecordingIsTold() throws IOException {
        var exchange = play(SNAPSHOT, diff(11, 11, "[\"100.20\",\"1.0\"]", ""));

        second(exchange, 1);

        assertTrue(heard.events.contains("gap simulator.feed.crossed[11]"), heard.events.toString());
    }

    @Test
    void aLineWithoutSenseIsLeftOutAndToldAndTheFeedGoesOn() throws IOException {
        var exchange = play(
                SNAPSHOT,
                diff(11, 11, "", ""),
                "{\"stream\":\"abcusdt@trade\",\"data\":{}}",
                "\0",
                trade("100.10", "1", true));

        second(exchange, 6);

        assertTrue(
                heard.events.contains("gap simulator.feed.line[3, simulator.line.no-member[s, []]]"),
                heard.events::toString);
        assertTrue(
                heard.events.contains("gap simulator.feed.line[4, text.misleading[U+0000]]"), heard.events::toString);
        assertEquals("ended simulator.feed.end", heard.events.get(heard.events.size() - 1));
    }

    /** Seconds at which the depth moved, of six lines of which one claims another second. */
    private List<Long> secondsOfDepth(int damaged, long claimed) throws IOException {
        var text = new StringBuilder();
        for (int line = 0; line < 6; line++) {
            text.append((100_000 + (line == damaged ? claimed : line)) * 1_000_000_000L)
                    .append(' ')
                    .append(line == 0 ? SNAPSHOT : diff(10 + line, 10 + line, "", ""))
                    .append('\n');
        }
        var exchange = playText(text.toString());
        second(exchange, 90_000);
        return heard.depth.stream()
                .map(depth -> (depth.atNanos() - Fixture.START) / 1_000_000_000L)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {60, 3_600, 72_000, 90_000, -60, -3_600, -100_000})
    void aLineWhoseTimeIsDamagedMovesNoOther(long claimed) throws IOException {
        assertEquals(List.of(0L, 1L, 3L, 4L, 5L), secondsOfDepth(2, claimed));

        assertEquals(
                1,
                heard.events.stream()
                        .filter(event -> event.startsWith("gap simulator.feed.line[3, simulator.line."))
                        .count(),
                heard.events.toString());
    }

    @Test
    void theLineBehindADamagedOneIsNoWitnessAgainstTheOneBeforeIt() throws IOException {
        assertEquals(List.of(0L, 2L, 3L, 4L, 5L), secondsOfDepth(1, -100_000));
    }

    @Test
    void aSilenceThatTheLinesBehindItConfirmIsKept() throws IOException {
        var exchange = playText("100000000000 " + SNAPSHOT + "\n5100000000000 " + diff(11, 11, "", "")
                + "\n5101000000000 " + diff(12, 12, "", "") + "\n");
        second(exchange, 4_999);
        assertEquals(1, heard.depth.size());

        second(exchange, 5_001);

        assertEquals(3, heard.depth.size());
    }

    @Test
    void aClockSetBackWhereItWasRecordedChangesNoPace() throws IOException {
        var exchange = playText("100000000000 " + SNAPSHOT + "\n101000000000 " + diff(11, 11, "", "") + "\n51000000000 "
                + diff(12, 12, "", "") + "\n52000000000 " + diff(13, 13, "", "") + "\n53000000000 "
                + diff(14, 14, "", "") + "\n");

        second(exchange, 1);
        assertEquals(3, heard.depth.size());
        second(exchange, 2);
        assertEquals(4, heard.depth.size());
        second(exchange, 3);
        assertEquals(5, heard.depth.size());
    }

    @Test
    void afterTooManyLinesWithoutSenseTheFileIsNoRecording() throws IOException {
        var lines = new String[110];
        java.util.Arrays.fill(lines, "nonsense");
        lines[0] = SNAPSHOT;
        lines[1] = diff(11, 11, "", "");
        var exchange = play(lines);

        second(exchange, 5);

        var last = heard.events.get(heard.events.size() - 1);
        assertTrue(last.startsWith("ended simulator.feed.too-many[100, simulator.feed.line[103, "), last);
    }

    @Test
    void whatIsWrongWithALineIsNamedWithWhatWasRead() throws IOException {
        var exchange = play(SNAPSHOT, diff(11, 11, "", ""), diff(12, 12, "[\"100.1o\",\"1.0\"]", ""));

        second(exchange, 5);

        assertTrue(
                heard.events.contains("gap simulator.feed.line[3, simulator.line.no-number[b, 100.1o]]"),
                heard.events::toString);
    }

    @Test
    void aLineNestedWithoutEndIsNamed() {
        var failure = assertThrows(IOException.class, () -> play(SNAPSHOT, "[".repeat(50_000)));

        assertTrue(String.valueOf(failure.getMessage()).contains("feed.line[2, "), failure.getMessage());
    }

    @Test
    void missingFileIsAnErrorAtOnce() {
        var settings = Fixture.settings(new MarketSource.Recording(folder.resolve("nowhere")), 1);

        assertThrows(UncheckedIOException.class, () -> new Exchange(settings, heard));
    }
}
