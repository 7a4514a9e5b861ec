package makerdeck.engine.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import makerdeck.clock.SteppedClock;
import makerdeck.command.DeskCommand;
import makerdeck.domain.Book;
import makerdeck.message.Message;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import org.junit.jupiter.api.Test;

class InboxTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    private final Inbox inbox = new Inbox(new SteppedClock(NOON));

    private static VenueEvent book(long id) {
        return new VenueEvent.BookMoved(NOON, new Book(List.of(), List.of(), id));
    }

    private List<Object> takeAll() throws InterruptedException {
        var taken = new ArrayList<Object>();
        for (var input = inbox.take(Duration.ZERO); input.isPresent(); input = inbox.take(Duration.ZERO)) {
            taken.add(input.get() instanceof Input.FromVenue from ? from.event() : input.get());
        }
        return taken;
    }

    @Test
    void replacesABookThatNobodyHasLookedAt() throws InterruptedException {
        inbox.offer(book(1));
        inbox.offer(book(2));
        inbox.offer(book(3));

        assertEquals(List.of(book(3)), takeAll());
    }

    @Test
    void keepsEverythingElseInItsOrder() throws InterruptedException {
        var up = new VenueEvent.StreamUp(NOON, Stream.PUBLIC);
        var other = new VenueEvent.StreamUp(NOON, Stream.PRIVATE);

        inbox.offer(up);
        inbox.offer(book(1));
        inbox.offer(other);
        inbox.offer("halt", new DeskCommand.Halt(Message.plain("x")));
        inbox.offer(book(2));

        assertEquals(
                List.of(
                        up,
                        book(2),
                        other,
                        new Input.FromOperator(NOON, "halt", new DeskCommand.Halt(Message.plain("x")))),
                takeAll());
    }

    @Test
    void letsNoBookOvertakeTheLossOfAnEarlierOne() throws InterruptedException {
        var lost = new VenueEvent.BookLost(NOON, Message.plain("gap"));

        inbox.offer(book(1));
        inbox.offer(lost);
        inbox.offer(book(2));

        assertEquals(List.of(book(1), lost, book(2)), takeAll());
    }

    @Test
    void takesANewPlaceForABookOnceTheLastWasTaken() throws InterruptedException {
        inbox.offer(book(1));
        assertEquals(List.of(book(1)), takeAll());

        inbox.offer(book(2));

        assertEquals(List.of(book(2)), takeAll());
    }

    @Test
    void alwaysEndsWithTheNewestBookWhoeverOffersAndTakes() throws InterruptedException {
        int last = 100_000;
        var seen = new AtomicLong();
        var offering = new Thread(() -> {
            for (long id = 1; id <= last; id++) {
                inbox.offer(book(id));
            }
        });

        offering.start();
        while (seen.get() < last) {
            var taken = inbox.take(Duration.ofSeconds(10)).orElseThrow();
            var id = ((VenueEvent.BookMoved) ((Input.FromVenue) taken).event())
                    .book()
                    .updateId();
            assertTrue(id > seen.get(), id + " after " + seen.get());
            seen.set(id);
        }
        offering.join();

        assertEquals(0, inbox.size());
    }
}
