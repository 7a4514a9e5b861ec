package makerdeck.console.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import makerdeck.console.SampleDesk;
import makerdeck.console.theme.BadThemeException;
import makerdeck.console.theme.Role;
import makerdeck.console.theme.Themes;
import makerdeck.domain.ClientId;
import makerdeck.domain.Side;
import makerdeck.message.Message;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.OrderStage;
import makerdeck.snapshot.Severity;
import org.junit.jupiter.api.Test;

/** What has just happened stands out where it happened, for two seconds, in every theme. */
class JustHappenedTest {

    private final Screens screens = new Screens();

    @Test
    void aFillStandsOutForTwoSecondsAndThenNoMore() {
        screens.desk.fills.set(0, SampleDesk.fill(Side.BID, "B1", 14817, 250, "0.0020", "SOL", 0, "31.2", "0.02"));
        happened(new DeskNews.FillBooked(screens.desk.fills.get(0).fill(), SampleDesk.SOL));

        assertTrue(flashing("dark", 0).stream().anyMatch(row -> row.contains("BUY   2.50 @ 148.17")));
        assertTrue(flashing("dark", 1900).stream().anyMatch(row -> row.contains("BUY   2.50 @ 148.17")));
        assertEquals(List.of(), flashing("dark", 2000));
    }

    @Test
    void theLevelThatWasFilledStandsOutInTheLadder() {
        happened(new DeskNews.FillBooked(screens.desk.fills.get(1).fill(), SampleDesk.SOL));

        assertTrue(
                flashing("dark", 0).stream().anyMatch(row -> row.startsWith("> 148.46")),
                flashing("dark", 0)::toString);
    }

    @Test
    void aChangeOfStateStandsOutInTheFirstRow() {
        screens.desk.state = DeskState.HALTED;
        happened(new DeskNews.StateChanged(DeskState.HALTED, null));

        assertEquals(List.of("HALTED"), flashing("dark", 0));
        assertEquals(List.of(), flashing("dark", 2000));
    }

    @Test
    void aRejectionStandsOutOverTheOrders() {
        happened(new DeskNews.OrderMoved(
                new ClientId(7),
                null,
                Side.ASK,
                new BigDecimal("148.53"),
                new BigDecimal("2.50"),
                OrderStage.REJECTED));

        assertTrue(flashing("dark", 0).get(0).contains("148.53"), flashing("dark", 0)::toString);
        assertEquals(List.of(), flashing("dark", 2000));
    }

    @Test
    void aRejectedPriceIsSpelledOutHoweverSmall() {
        happened(new DeskNews.OrderMoved(
                new ClientId(7),
                null,
                Side.ASK,
                new BigDecimal("0.000000123"),
                new BigDecimal("250"),
                OrderStage.REJECTED));

        assertTrue(flashing("dark", 0).get(0).contains(" 0.000000123 "), flashing("dark", 0)::toString);
    }

    @Test
    void aWarningStandsOutInTheLog() {
        screens.desk.log.add(SampleDesk.event(0, DeskEvent.Kind.ALERT, Severity.WARN, "ask 2 rejected"));

        assertEquals(List.of("WARN"), flashing("dark", 0));
    }

    @Test
    void inOneColourAndInSixteenToo() {
        happened(new DeskNews.StateChanged(DeskState.QUOTING, null));

        for (var theme : List.of("mono", "tty16", "light", "cb-dark", "cb-light", "asia")) {
            assertTrue(flashing(theme, 0).stream().anyMatch(row -> row.contains("QUOTING")), theme);
        }
    }

    private void happened(DeskNews news) {
        screens.desk.log = new ArrayList<>(screens.desk.log);
        screens.desk.log.add(new DeskEvent(200, SampleDesk.NOON, Severity.INFO, Message.plain("it happened"), news));
    }

    /** What is drawn in the look of {@link Role#FLASH}, row by row. */
    private List<String> flashing(String theme, int millisLater) {
        screens.now = SampleDesk.NOON.plus(Duration.ofMillis(millisLater));
        screens.desk.at = screens.now;
        screens.desk.bookAt = screens.now;
        try {
            var look = new Themes(List.of()).load(theme).theme();
            return screens.drawnIn(80, 24, look, Role.FLASH);
        } catch (BadThemeException e) {
            throw new AssertionError(e);
        }
    }
}
