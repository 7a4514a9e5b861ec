package makerdeck.recorder;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import makerdeck.clock.SteppedClock;
import makerdeck.engine.input.Inbox;
import makerdeck.engine.input.Input;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.simulator.Fixture;
import makerdeck.snapshot.Severity;
import makerdeck.venue.MarketWitness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskRecordingTest {

    @TempDir
    private Path folder;

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-09-01T12:58:00Z"));
    private final Inbox inbox = new Inbox(clock);
    private final List<MarketWitness> listeners = new ArrayList<>();

    private DeskRecording recording;

    @BeforeEach
    void open() {
        recording = new DeskRecording(folder, clock, Message::toString, inbox, listeners::add, () -> null);
    }

    @AfterEach
    void close() {
        recording.close();
    }

    @Test
    void onHasTheMarketHeardAndOffHasItNot() {
        assertEquals("program.record.on", recording.act(true).key());
        assertThrows(MistakeException.class, () -> recording.act(true));
        var witness = listeners.get(0);
        witness.rules(Fixture.SOL.rules());
        witness.pictured(new MarketWitness.Picture(8, List.of(), List.of()));
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            var state = recording.state();
            return state != null && state.lines() == 2;
        });
        assertEquals(
                "SOL_USDC-20260901-125800.gz",
                Objects.requireNonNull(recording.state()).file());

        assertEquals(
                "program.record.off.many[2, " + folder + "]",
                recording.act(false).toString());
        assertSame(MarketWitness.NONE, listeners.get(1));
        assertNull(recording.state());
        assertThrows(MistakeException.class, () -> recording.act(false));
    }

    @Test
    void theFileIsToldOnceItIsThere() throws InterruptedException {
        recording.act(true);
        listeners.get(0).rules(Fixture.SOL.rules());
        listeners.get(0).pictured(new MarketWitness.Picture(8, List.of(), List.of()));

        var told = inbox.take(Duration.ofSeconds(10)).orElse(null);

        assertNotNull(told);
        assertEquals(
                new Input.Notice(
                        clock.instant(),
                        Severity.INFO,
                        Message.of("program.record.file", folder.resolve("SOL_USDC-20260901-125800.gz"))),
                told);
    }
}
