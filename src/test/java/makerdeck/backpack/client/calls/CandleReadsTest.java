package makerdeck.backpack.client.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import makerdeck.backpack.client.ConnectedClient;
import makerdeck.clock.Waiting;
import makerdeck.domain.Candle;
import makerdeck.faults.FaultRow;
import makerdeck.message.Keys;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What past minutes are asked for and which of the answer count. */
@Waiting
class CandleReadsTest extends ConnectedClient {

    private static final String KLINES = "GET /api/v1/klines";
    private static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T12:00:00.500Z");

    private static final long TRADES = 9;
    private static final String FIRST_AND_LAST = "{\"open\":\"1.5\",\"close\":\"1.5\",\"trades\":\"9\",";

    private static String row(Instant start, String high, String low) {
        var from = LocalDateTime.ofInstant(start, ZoneOffset.UTC);
        return "{\"close\":" + high + ",\"end\":\"" + SPACED.format(from.plusMinutes(1)) + "\",\"high\":" + high
                + ",\"low\":" + low + ",\"open\":" + low + ",\"quoteVolume\":\"0\",\"start\":\"" + SPACED.format(from)
                + "\",\"trades\":\"" + TRADES + "\",\"volume\":\"0\"}";
    }

    /** A minute that rose from its low to its high. */
    private static Candle candle(Instant start, String high, String low) {
        return new Candle(
                start, new BigDecimal(low), new BigDecimal(high), new BigDecimal(low), new BigDecimal(high), TRADES);
    }

    @Test
    void asksForMinutesFromASecondOnAndWithoutASignature() {
        mock.answer(KLINES, "[]");

        venue.readCandles(LONG_AGO);

        var read = heard.first(VenueEvent.CandlesRead.class);
        assertEquals(LONG_AGO, read.from());
        assertEquals(List.of(), read.minutes());
        var call = mock.calls(KLINES).get(0);
        assertEquals("SOL_USDC", call.getUrl().queryParameter("symbol"));
        assertEquals("1m", call.getUrl().queryParameter("interval"));
        var seconds = Long.parseLong(String.valueOf(call.getUrl().queryParameter("startTime")));
        assertEquals(LONG_AGO.getEpochSecond(), seconds, 2);
        assertNull(call.getHeaders().get("X-Signature"));
    }

    @Test
    void takesWholeMinutesWithTradesOldestFirst() {
        var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES);
        var whole = now.minusSeconds(300);
        mock.answer(
                KLINES,
                "[" + row(whole.plusSeconds(60), "\"151\"", "\"150.5\"") + "," + row(whole, "\"150.2\"", "\"150\"")
                        + "," + row(whole.plusSeconds(120), "null", "null") + ","
                        + row(now.plusSeconds(60), "\"150\"", "\"149\"") + ","
                        + row(whole.minusSeconds(60), "\"150\"", "\"149\"") + "]");

        venue.readCandles(whole.minusSeconds(30));

        assertEquals(
                List.of(candle(whole, "150.2", "150"), candle(whole.plusSeconds(60), "151", "150.5")),
                heard.first(VenueEvent.CandlesRead.class).minutes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "7", "[{]"})
    void whatIsNoListIsAFailedReading(String answer) {
        mock.answer(KLINES, answer);

        venue.readCandles(LONG_AGO);

        assertEquals(
                "client.read.past-minutes",
                Keys.of(heard.first(VenueEvent.ReadFailed.class).what()));
        assertEquals(List.of(), heard.all(VenueEvent.CandlesRead.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                FIRST_AND_LAST + "\"high\":\"1\",\"low\":\"2\",\"start\":\"2026-01-01 12:01:00\"}",
                FIRST_AND_LAST + "\"high\":\"NaN\",\"low\":\"1\",\"start\":\"2026-01-01 12:01:00\"}",
                FIRST_AND_LAST + "\"high\":\"2\",\"low\":\"0\",\"start\":\"2026-01-01 12:01:00\"}",
                FIRST_AND_LAST + "\"high\":\"2\",\"low\":\"1\",\"start\":\"yesterday\"}",
                FIRST_AND_LAST + "\"high\":\"2\",\"low\":\"1\",\"start\":\"+999999999-01-01 12:01:00\"}",
                FIRST_AND_LAST + "\"high\":[],\"low\":\"1\"}",
                FIRST_AND_LAST + "\"high\":\"2\",\"low\":\"1\"}",
                FIRST_AND_LAST + "\"high\":\"3\",\"low\":\"2\",\"start\":\"2026-01-01 12:01:00\"}",
                "{\"high\":\"2\",\"low\":\"1\",\"start\":\"2026-01-01 12:01:00\"}",
                "{\"open\":\"1\",\"close\":\"1\",\"trades\":\"0\",\"high\":\"2\",\"low\":\"1\","
                        + "\"start\":\"2026-01-01 12:01:00\"}"
            })
    @FaultRow("66")
    void anOddMinuteIsLeftOutAndTheOthersCount(String odd) {
        var whole = LONG_AGO.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
        mock.answer(KLINES, "[" + odd + "," + row(whole, "\"151\"", "\"150\"") + "]");

        venue.readCandles(LONG_AGO);

        assertEquals(
                List.of(candle(whole, "151", "150")),
                heard.first(VenueEvent.CandlesRead.class).minutes());
    }

    @Test
    void readsWhatTheExchangeRecordedlySends() throws IOException {
        var sample = Path.of(System.getProperty("shared", "../shared"), "backpack/messages/rest_klines_1m.json");
        Assumptions.assumeTrue(Files.exists(sample), "no recorded messages at " + sample);
        mock.answer(KLINES, Files.readString(sample));

        venue.readCandles(Instant.parse("2020-01-01T00:00:00Z"));

        var minutes = heard.first(VenueEvent.CandlesRead.class).minutes();
        assertTrue(minutes.size() > 1);
        assertEquals(
                new Candle(
                        Instant.parse("2026-09-01T16:52:00Z"),
                        new BigDecimal("101.05"),
                        new BigDecimal("101.05"),
                        new BigDecimal("101.02"),
                        new BigDecimal("101.02"),
                        3),
                minutes.get(0));
    }
}
