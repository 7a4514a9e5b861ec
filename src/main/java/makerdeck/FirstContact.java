package makerdeck;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import makerdeck.engine.Inbox;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Hands the venue's events on to the engine, and judges the first answer: a venue that itself refuses us is the
 * operator's to correct, one that is not reached is tried again for as long as was said. Any thread.
 */
final class FirstContact implements Consumer<VenueEvent>, AutoCloseable {

    private final URI address;
    private final Inbox inbox;
    private final CompletableFuture<Ending> ending;
    private final CompletableFuture<VenueEvent> answer = new CompletableFuture<>();

    // Written by the client's thread, read by the one that gives up.
    private volatile String obstacle = Words.say("client.connection.no-answer");

    /** @param ending completed when there is no use in going on */
    FirstContact(URI address, Inbox inbox, CompletableFuture<Ending> ending) {
        this.address = address;
        this.inbox = inbox;
        this.ending = ending;
    }

    @Override
    public void accept(VenueEvent event) {
        if (event instanceof VenueEvent.StreamDown down) {
            obstacle = down.reason();
        }
        inbox.offer(event);
    }

    /**
     * @param longest until the venue must have answered; null: however long it takes
     * @param leaving whether the desk looks after its end itself
     */
    void await(
            CompletableFuture<VenueEvent> first, @Nullable Duration longest, DeskGuard guard, BooleanSupplier leaving) {
        var unused = first.thenAccept(answer::complete);
        if (longest != null) {
            answer.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS);
        }
        unused = answer.handle((event, late) -> {
            if (event != null || !leaving.getAsBoolean()) {
                judge(event, guard);
            }
            return null;
        });
    }

    /** @param first null when none came in time */
    private void judge(@Nullable VenueEvent first, DeskGuard guard) {
        if (answer.isCancelled()) {
            return;
        }
        try {
            if (first == null) {
                guard.leave();
                ending.complete(
                        Ending.of(Exit.NOT_CONNECTED, Words.say("program.ending.not-connected", address, obstacle)));
            } else if (first instanceof VenueEvent.Unusable unusable) {
                guard.leave();
                ending.complete(Ending.of(Exit.REFUSED, cure(unusable)));
            } else {
                guard.takeOver();
            }
        } catch (IOException unwritten) {
            inbox.offer(Words.say("program.guardian.earlier", FileTrouble.words(unwritten)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String cure(VenueEvent.Unusable unusable) {
        return unusable.refusal() == Refusal.AUTHENTICATION
                ? Words.say("program.ending.check-keys", unusable.reason())
                : unusable.reason();
    }

    /** The desk has left: nobody waits any more. */
    @Override
    public void close() {
        answer.cancel(false);
    }
}
