package makerdeck.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import makerdeck.console.SampleDesk;
import makerdeck.domain.Book;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.HealthRow;
import makerdeck.snapshot.QuotingRow;
import makerdeck.snapshot.Severity;
import makerdeck.snapshot.Totals;
import org.junit.jupiter.api.Test;

class JsonLineTest {

    private static final Instant NOON = SampleDesk.NOON;

    private final SampleDesk desk = new SampleDesk();

    @Test
    void anEventIsItsTimeItsKindAndItsFieldsInTheirOrder() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("state", "PAUSED");
        fields.put("reason", "you said \"no\"\nagain");

        assertEquals(
                "{\"ts\":\"2026-03-02T12:00:00Z\",\"event\":\"state\",\"state\":\"PAUSED\","
                        + "\"reason\":\"you said \\\"no\\\"\\nagain\"}",
                JsonLine.of(new DeskEvent(1, NOON, DeskEvent.Kind.STATE, Severity.INFO, "", fields)));
    }

    @Test
    void decimalsAreStringsAndTruthsAreNot() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("price", "148.10");
        fields.put("maker", "true");

        assertEquals(
                "{\"ts\":\"2026-03-02T12:00:00Z\",\"event\":\"fill\",\"price\":\"148.10\",\"maker\":true}",
                JsonLine.of(new DeskEvent(1, NOON, DeskEvent.Kind.FILL, Severity.INFO, "BUY", fields)));
    }

    @Test
    void whatTheDeskOnlyMentionsIsAnAlertOfTheLowestLevel() {
        assertEquals(
                "{\"ts\":\"2026-03-02T12:00:00Z\",\"event\":\"alert\",\"level\":\"info\",\"text\":\"resynced\"}",
                JsonLine.of(new DeskEvent(1, NOON, DeskEvent.Kind.INFO, Severity.INFO, "resynced", Map.of())));
    }

    @Test
    void theStatusSaysHowThingsStand() {
        desk.quoting = new QuotingRow(
                new BigDecimal("0.20"),
                "volatility",
                "",
                new BigDecimal("3.4"),
                "MID",
                "mid-vol",
                "",
                "too little money",
                "");

        assertEquals(
                "{\"ts\":\"2026-03-02T12:00:00Z\",\"event\":\"status\",\"state\":\"QUOTING\",\"reason\":\"\",\"mid\":\"148.30\","
                        + "\"spread\":\"0.20\",\"spreadReason\":\"volatility\",\"spreadGuards\":\"\",\"bidReason\":\"\",\"askReason\":\"too little money\",\"rebalance\":\"\","
                        + "\"feeMakerBp\":\"0\",\"feeMakerSource\":\"fills\",\"feeTakerBp\":\"10.00\",\"feeTakerSource\":\"account\","
                        + "\"ratio\":\"31.2\",\"lentBase\":\"0\",\"lentQuote\":\"0\",\"pnl\":\"12.344\",\"pnlIsWithout\":\"\","
                        + "\"openOrders\":\"6\",\"dataAgeMs\":\"60\",\"rttMs\":\"2\"}",
                JsonLine.status(desk.snapshot(), NOON));
    }

    @Test
    void figuresAreBoundedAndAProfitSaysWhatItIsWithout() {
        desk.totals = new Totals(
                1,
                1,
                0,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                new BigDecimal("0.123456789012345678901234"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Map.of("BNB", new BigDecimal("0.0020")));

        var line = JsonLine.status(desk.snapshot(), NOON);

        assertTrue(line.contains("\"pnl\":\"0.123456789012\",\"pnlIsWithout\":\"0.002 BNB\""), line);
    }

    @Test
    void whatIsNotKnownIsNullAndNotLeftOut() {
        desk.quoting = QuotingRow.starting();
        desk.book = Book.EMPTY;
        desk.inventory = null;
        desk.fees = null;
        desk.health = HealthRow.UNKNOWN;

        assertEquals(
                "{\"ts\":\"2026-03-02T12:00:00Z\",\"event\":\"status\",\"state\":\"QUOTING\",\"reason\":\"\",\"mid\":null,"
                        + "\"spread\":null,\"spreadReason\":\"\",\"spreadGuards\":\"\",\"bidReason\":\"starting\",\"askReason\":\"starting\",\"rebalance\":\"\","
                        + "\"feeMakerBp\":null,\"feeMakerSource\":null,\"feeTakerBp\":null,\"feeTakerSource\":null,"
                        + "\"ratio\":null,\"lentBase\":null,\"lentQuote\":null,\"pnl\":\"12.344\",\"pnlIsWithout\":\"\","
                        + "\"openOrders\":\"6\",\"dataAgeMs\":null,\"rttMs\":null}",
                JsonLine.status(desk.snapshot(), NOON));
    }

    @Test
    void anAnswerRepeatsTheLineItIsTo() {
        assertEquals(
                "{\"ts\":\"2026-03-02T12:00:00Z\",\"event\":\"command\",\"line\":\"sprad 3\",\"result\":\"no\",\"ok\":false}",
                JsonLine.answer(NOON, "sprad 3", false, "no"));
    }
}
