package makerdeck.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Severity;
import makerdeck.snapshot.Totals;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignalsTest {

    private static final Optional<String> BELL = Optional.of("\007");

    private final SampleDesk desk = new SampleDesk();
    private final Signals signals = new Signals(Spoken.ENGLISH);

    @BeforeEach
    void titled() {
        assertEquals(Optional.of("\033]0;SOL_USDC QUOTING\007"), at(0));
    }

    @Test
    void theTitleIsSentOnce() {
        assertEquals(Optional.empty(), at(1));
    }

    @Test
    void aCriticalAlertRingsOnceAndAgainOnlyWhenItComesAgainAndTheMinuteIsOver() {
        desk.alerts.add(new Alert(SampleDesk.NOON, Severity.CRITICAL, Message.plain("lost"), 1));
        assertEquals(BELL, at(1));
        assertEquals(Optional.empty(), at(2));

        desk.alerts.set(0, new Alert(SampleDesk.NOON, Severity.CRITICAL, Message.plain("lost"), 2));
        assertEquals(Optional.empty(), at(30));

        assertEquals(BELL, at(62));
        assertEquals(Optional.empty(), at(200));
    }

    @Test
    void whatWasAcknowledgedMeanwhileDoesNotRingAnyMore() {
        desk.alerts.add(new Alert(SampleDesk.NOON, Severity.CRITICAL, Message.plain("lost"), 1));
        assertEquals(BELL, at(1));
        desk.alerts.set(0, new Alert(SampleDesk.NOON, Severity.CRITICAL, Message.plain("lost"), 2));
        assertEquals(Optional.empty(), at(30));
        desk.alerts.clear();

        assertEquals(Optional.empty(), at(62));
    }

    @Test
    void aWarningIsSilent() {
        desk.alerts.add(new Alert(SampleDesk.NOON, Severity.WARN, Message.plain("rejected"), 9));

        assertEquals(Optional.empty(), at(1));
    }

    @Test
    void theTitleFollowsTheStateAndCarriesNoFigureThatWouldBeOldSoon() {
        desk.state = DeskState.HALTED;
        assertEquals(Optional.of("\033]0;SOL_USDC HALTED\007"), at(1));

        desk.totals = Totals.NONE;
        assertEquals(Optional.empty(), at(2));
    }

    private Optional<String> at(int seconds) {
        return signals.of(desk.snapshot(), desk.alerts, SampleDesk.NOON.plusSeconds(seconds));
    }
}
