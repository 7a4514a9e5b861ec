package makerdeck.notify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import makerdeck.snapshot.Severity;
import org.junit.jupiter.api.Test;

class UntoldEventsTest {

    /** Whoever ends the process between taking it and keeping its note would lose it. */
    @Test
    void anEventIsUntoldUntilItsNoteIsKept() throws InterruptedException {
        var events = new UntoldEvents(1);
        assertTrue(events.isEmpty());
        assertTrue(events.offer(Notes.raised("one", Severity.CRITICAL, Notes.NOON)));

        assertNotNull(events.poll(0));
        assertFalse(events.isEmpty());

        events.told();
        assertTrue(events.isEmpty());
    }

    @Test
    void whatFindsNoRoomIsNotWaitedFor() throws InterruptedException {
        var events = new UntoldEvents(1);
        assertTrue(events.offer(Notes.raised("one", Severity.CRITICAL, Notes.NOON)));
        assertFalse(events.offer(Notes.raised("two", Severity.CRITICAL, Notes.NOON)));

        assertNotNull(events.poll(0));
        events.told();
        assertTrue(events.isEmpty());
    }
}
