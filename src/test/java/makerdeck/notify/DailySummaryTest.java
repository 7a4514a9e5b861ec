package makerdeck.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import makerdeck.console.SampleDesk;
import makerdeck.message.Message;
import makerdeck.notify.model.Note;
import makerdeck.snapshot.Totals;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

class DailySummaryTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final SampleDesk desk = new SampleDesk();
    private final NoteMaker maker =
            new NoteMaker(new NoteMaker.Desk("SOL_USDC", "demo", "SIM"), Spoken.ENGLISH, Duration.ofHours(1));

    private DailySummary at(String time, Instant start) {
        return new DailySummary(LocalTime.parse(time), BERLIN, maker, Spoken.ENGLISH, start);
    }

    private static String text(String since, String profit, long fills, String volume, String fees, SampleDesk desk) {
        return Spoken.ENGLISH.say(
                "notify.summary.text",
                since,
                profit,
                fills,
                volume,
                fees,
                Message.of("notify.unknown"),
                desk.state.name(),
                desk.snapshot().alerts().size());
    }

    @Test
    void onceADayItTellsWhatHappenedSinceTheLastTime() {
        var summary = at("08:00", Instant.parse("2027-01-02T12:00:00Z"));

        assertEquals(Optional.empty(), summary.due(desk.snapshot(), Instant.parse("2027-01-03T06:59:59Z")));
        var first = summary.due(desk.snapshot(), Instant.parse("2027-01-03T07:00:00Z"))
                .orElseThrow();
        assertEquals(Note.Kind.SUMMARY, first.kind());
        assertEquals(text("2027-01-02 13:00", "12.344 USDC", 37, "13719.6 USDC", "1.11 USDC", desk), first.text());
        assertEquals(Optional.empty(), summary.due(desk.snapshot(), Instant.parse("2027-01-03T07:00:01Z")));

        desk.totals = new Totals(
                40,
                20,
                20,
                new BigDecimal("100"),
                new BigDecimal("15000.10"),
                new BigDecimal("1.21"),
                new BigDecimal("10.3"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Map.of());
        var second = summary.due(desk.snapshot(), Instant.parse("2027-01-04T07:00:00Z"))
                .orElseThrow();
        assertEquals(text("2027-01-03 08:00", "-2.044 USDC", 3, "1280.5 USDC", "0.1 USDC", desk), second.text());
    }

    @Test
    void aDayOfTwentyThreeHoursHasOneToo() {
        var summary = at("02:30", Instant.parse("2027-03-27T12:00:00Z"));

        assertTrue(summary.due(desk.snapshot(), Instant.parse("2027-03-28T01:31:00Z"))
                .isPresent());
        assertTrue(summary.due(desk.snapshot(), Instant.parse("2027-03-28T12:00:00Z"))
                .isEmpty());
        assertTrue(summary.due(desk.snapshot(), Instant.parse("2027-03-29T00:30:00Z"))
                .isPresent());
    }
}
