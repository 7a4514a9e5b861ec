package makerdeck.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import makerdeck.clock.SteppedClock;
import makerdeck.console.SampleDesk;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.DeskState;
import org.junit.jupiter.api.Test;

class ServiceLifeTest {

    private static final long WATCHDOG_MICROS = 60_000_000;

    private final SteppedClock clock = new SteppedClock(SampleDesk.NOON);
    private final SampleDesk sample = new SampleDesk();
    private final List<String> told = new ArrayList<>();
    private boolean deaf;
    private DeskSnapshot latest = sample.snapshot();
    private final ServiceLife life = new ServiceLife(this::tell, () -> latest, clock::nanos, WATCHDOG_MICROS);

    private void tell(List<String> said) throws IOException {
        if (deaf) {
            throw new IOException("deaf");
        }
        told.addAll(said);
    }

    private void look(Duration later) throws IOException, InterruptedException {
        clock.pass(later);
        life.turn();
    }

    /** As far as the snapshot tells. */
    private void engineMoves() {
        sample.at = clock.instant();
        latest = sample.snapshot();
    }

    private List<String> take(String beginning) {
        var some = told.stream().filter(line -> line.startsWith(beginning)).toList();
        told.clear();
        return some;
    }

    private void becomesReady() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            engineMoves();
            look(Duration.ofSeconds(1));
        }
    }

    @Test
    void readyIsToldOnceAndNotBeforeTheEngineTurns() throws IOException, InterruptedException {
        look(Duration.ofSeconds(1));
        look(Duration.ofSeconds(30));
        assertEquals(List.of(), take("READY"));

        becomesReady();
        assertEquals(List.of("READY=1"), take("READY"));
        becomesReady();
        assertEquals(List.of(), take("READY"));
    }

    @Test
    void anEngineThatStandsStillStopsTheWatchdogsBeat() throws IOException, InterruptedException {
        becomesReady();
        for (int i = 0; i < 60; i++) {
            engineMoves();
            look(Duration.ofSeconds(1));
        }
        assertEquals(3, take("WATCHDOG").size());

        for (int i = 0; i < 120; i++) {
            look(Duration.ofSeconds(1));
        }
        var last = take("WATCHDOG");
        assertTrue(last.size() <= 1, last::toString);

        engineMoves();
        look(Duration.ofSeconds(1));
        assertEquals(List.of("WATCHDOG=1"), take("WATCHDOG"));
    }

    @Test
    void theStateIsToldWhenItChangesAndNotMoreThanEveryFiveSeconds() throws IOException, InterruptedException {
        becomesReady();
        assertEquals(List.of("STATUS=SOL_USDC QUOTING"), take("STATUS"));
        sample.state = DeskState.HALTED;
        sample.reason = "lost\n5";
        engineMoves();
        look(Duration.ofSeconds(1));
        assertEquals(List.of(), take("STATUS"));
        look(Duration.ofSeconds(5));
        assertEquals(List.of("STATUS=SOL_USDC HALTED: lost 5"), take("STATUS"));
        look(Duration.ofSeconds(6));
        assertEquals(List.of(), take("STATUS"));
    }

    @Test
    void leavingIsTold() throws IOException, InterruptedException {
        becomesReady();
        told.clear();
        sample.state = DeskState.STOPPING;
        engineMoves();
        look(Duration.ofSeconds(1));
        sample.state = DeskState.STOPPED;
        engineMoves();
        look(Duration.ofSeconds(1));

        assertEquals(List.of("STOPPING=1"), take("STOPPING"));
    }

    @Test
    void whatTheManagerDidNotHearIsToldAgain() throws IOException, InterruptedException {
        deaf = true;
        engineMoves();
        clock.pass(Duration.ofSeconds(1));
        assertThrows(IOException.class, life::turn);
        engineMoves();
        clock.pass(Duration.ofSeconds(1));
        deaf = false;
        becomesReady();

        assertEquals(List.of("READY=1"), take("READY"));
    }

    @Test
    void theBeatOfAnotherProcessIsNotOurs() {
        assertEquals(0, ServiceLife.watchdogMicros(Map.of(), 7));
        assertEquals(0, ServiceLife.watchdogMicros(Map.of("WATCHDOG_USEC", "5000000", "WATCHDOG_PID", "8"), 7));
        assertEquals(5_000_000, ServiceLife.watchdogMicros(Map.of("WATCHDOG_USEC", "5000000", "WATCHDOG_PID", "7"), 7));
        assertEquals(5_000_000, ServiceLife.watchdogMicros(Map.of("WATCHDOG_USEC", "5000000"), 7));
        assertEquals(0, ServiceLife.watchdogMicros(Map.of("WATCHDOG_USEC", "soon"), 7));
    }
}
