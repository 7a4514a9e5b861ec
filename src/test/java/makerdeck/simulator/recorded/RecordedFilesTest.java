package makerdeck.simulator.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import makerdeck.message.BadFileException;
import makerdeck.simulator.Exchange;
import makerdeck.simulator.Fixture;
import makerdeck.simulator.Heard;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.QueueModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings in the program's own format, played one after the other and at any speed. */
@ResourceLock(Resources.LOCALE)
class RecordedFilesTest {

    private static final String HEADER =
            "{\"market\":{\"symbol\":\"SOL_USDC\",\"base\":\"SOL\",\"quote\":\"USDC\",\"tickSize\":\"0.01\","
                    + "\"stepSize\":\"0.001\",\"minQuantity\":\"0.01\"}}";

    @TempDir
    private Path folder;

    private final Heard heard = new Heard();
    private double speed = 1;

    private static String at(double second, String json) {
        return Math.round(second * 1e9) + " " + json + "\n";
    }

    private static String snapshot(long id, String bid, String ask) {
        return "{\"lastUpdateId\":" + id + ",\"bids\":[[\"" + bid + "\",\"5.0\"]],\"asks\":[[\"" + ask
                + "\",\"5.0\"]]}";
    }

    private static String bid(long id, String price, String quantity) {
        return "{\"stream\":\"SOL_USDC@depth\",\"data\":{\"e\":\"depthUpdate\",\"s\":\"SOL_USDC\",\"U\":" + id
                + ",\"u\":" + id + ",\"b\":[[\"" + price + "\",\"" + quantity + "\"]],\"a\":[]}}";
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("", lines));
    }

    private Exchange play(Path... files) throws IOException {
        var market = RecordedMarket.of(List.of(files));
        var exchange = new Exchange(
                new ExchangeSettings(
                        market,
                        market.startPrice(),
                        new MarketSource.Recording(List.of(files), QueueModel.RISK_AVERSE, speed),
                        0,
                        Fixture.START,
                        Duration.ZERO),
                heard);
        exchange.advanceTo(Fixture.START);
        return exchange;
    }

    private static void second(Exchange exchange, double second) {
        exchange.advanceTo(Fixture.START + Math.round(second * 1e9));
    }

    private List<String> updates() {
        return heard.depth.stream()
                .map(each ->
                        each.firstId() + "-" + each.lastId() + " after " + (each.atNanos() - Fixture.START) / 1_000_000)
                .toList();
    }

    @Test
    void theHeaderSaysWhatIsTraded() throws IOException {
        var rules = play(file("one", at(100, HEADER), at(100, snapshot(10, "150", "151"))))
                .market()
                .rules();

        assertEquals("SOL_USDC", rules.symbol());
        assertEquals("0.01", rules.tickSize().toPlainString());
        assertEquals("0.001", rules.stepSize().toPlainString());
        assertEquals("0.01", rules.minQuantity().toPlainString());
    }

    @Test
    void anHourlyFileGoesOnWhereTheOneBeforeEnded() throws IOException {
        var one = file(
                "one",
                at(100, HEADER),
                at(100, snapshot(10, "150", "151")),
                at(101, bid(11, "150", "6.0")),
                at(102, bid(12, "150", "7.0")));
        var two = file(
                "two",
                at(101.9, HEADER),
                at(102, bid(12, "150", "7.0")),
                at(102.5, snapshot(12, "150", "151")),
                at(103, bid(13, "150", "8.0")));
        var exchange = play(one, two);

        second(exchange, 10);

        assertEquals(List.of("1-10 after 0", "11-11 after 1000", "12-12 after 2000", "13-13 after 3000"), updates());
        assertTrue(heard.events.stream().noneMatch(event -> event.startsWith("gap")), heard.events.toString());
        assertEquals("ended simulator.feed.end", heard.events.get(heard.events.size() - 1));
    }

    @Test
    void eachFileStartsByItself() throws IOException {
        var exchange = play(file(
                "two",
                at(101.9, HEADER),
                at(102, bid(12, "150", "7.0")),
                at(102.5, snapshot(12, "150", "151")),
                at(103, bid(13, "150", "8.0"))));

        second(exchange, 10);

        assertEquals(List.of("1-12 after 600", "13-13 after 1100"), updates());
    }

    @Test
    void anotherDaysFileFollowsAtOnceWithABookAndNumbersOfItsOwn() throws IOException {
        var one = file("one", at(100, HEADER), at(100, snapshot(500, "150", "151")), at(101, bid(501, "150", "6.0")));
        var two =
                file("two", at(90_000, HEADER), at(90_000, snapshot(7, "170", "171")), at(90_002, bid(8, "170", "6")));
        var exchange = play(one, two);

        second(exchange, 10);

        assertEquals(
                List.of("1-500 after 0", "501-501 after 1000", "502-502 after 1000", "503-503 after 3000"), updates());
        assertEquals(17_000, exchange.depth(5).bids().get(0).price().ticks());
        assertEquals(1, exchange.depth(5).bids().size());
    }

    @Test
    void aMarkedGapIsToldAndTheBookIsWholeAgainFromItsSnapshotOn() throws IOException {
        var exchange = play(file(
                "one",
                at(100, HEADER),
                at(100, snapshot(10, "150", "151")),
                at(101, "{\"gap\":\"broken\"}"),
                at(102, bid(15, "150", "9.0")),
                at(103, snapshot(14, "150", "152")),
                at(104, bid(16, "150", "1.0"))));

        second(exchange, 3);

        assertTrue(heard.events.contains("gap simulator.feed.gap[broken]"), heard.events.toString());
        assertEquals(List.of("1-10 after 0", "11-14 after 3000", "15-15 after 3000"), updates());
        assertEquals(15_200, exchange.depth(1).asks().get(0).price().ticks());
        assertEquals(9_000, exchange.depth(1).bids().get(0).quantity().steps());
    }

    @ParameterizedTest
    @CsvSource({"2, 500, 1000", "0.5, 2000, 4000", "1000, 1, 2"})
    void aFeedIsPlayedSoManyTimesFaster(double times, long first, long second) throws IOException {
        speed = times;
        var exchange = play(file(
                "one",
                at(100, snapshot(10, "150.00", "151.00")),
                at(101, bid(11, "150", "6.0")),
                at(102, bid(12, "150", "7.0"))));

        second(exchange, 10);

        assertEquals(List.of("1-10 after 0", "11-11 after " + first, "12-12 after " + second), updates());
    }

    @Test
    void atFullSpeedNobodyWaitsForALineAndEachHasAMomentOfItsOwn() throws IOException {
        speed = MarketSource.Recording.MAX_SPEED;
        var exchange = play(file(
                "one",
                at(100, snapshot(10, "150.00", "151.00")),
                at(3_700, bid(11, "150", "6.0")),
                at(7_300, bid(12, "150", "7.0"))));

        second(exchange, 0.001);

        assertEquals(3, heard.depth.size());
        assertTrue(heard.depth.get(1).atNanos() < heard.depth.get(2).atNanos());
    }

    @Test
    void aFileOfAKilledRecorderIsPlayedAsFarAsItGoesAndTheNextOneAfterIt() throws IOException {
        var bytes = new ByteArrayOutputStream();
        int written;
        try (var zipped = new GZIPOutputStream(bytes, 512, true)) {
            zipped.write((at(100, HEADER) + at(100, snapshot(10, "150", "151")) + at(101, bid(11, "150", "6.0")))
                    .getBytes(StandardCharsets.UTF_8));
            zipped.flush();
            written = bytes.size();
        }
        var killed = Files.write(folder.resolve("killed.gz"), Arrays.copyOf(bytes.toByteArray(), written));
        var next = file("next", at(110, HEADER), at(110, snapshot(20, "150", "152")), at(111, bid(21, "150", "8.0")));
        var exchange = play(killed, next);

        second(exchange, 20);

        assertTrue(heard.events.contains("gap simulator.feed.cut[killed.gz]"), heard.events.toString());
        assertEquals(8_000, exchange.depth(1).bids().get(0).quantity().steps());
        assertEquals(15_200, exchange.depth(1).asks().get(0).price().ticks());
    }

    @Test
    void filesOfTwoMarketsAreRefused() throws IOException {
        var one = file("one", at(100, HEADER), at(100, snapshot(10, "150", "151")));
        var two = file("two", at(100, HEADER.replace("SOL", "BTC")), at(100, snapshot(10, "150", "151")));

        var refused = assertThrows(BadFileException.class, () -> RecordedMarket.of(List.of(one, two)));

        assertTrue(refused.said().toString().contains("feed.other-market[BTC_USDC, SOL_USDC]"), refused.toString());
    }
}
