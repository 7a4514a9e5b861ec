package makerdeck;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import makerdeck.engine.input.Inbox;
import makerdeck.message.Message;
import makerdeck.process.FileErrors;
import makerdeck.venue.Refusal;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;

/**
 * Hands the venue's events on to the engine, and judges the first answer: a venue that itself refuses us is the
 * operator's to correct, one that is not reached is tried again for as long as was said. Any thread.
 */
final class FirstContact implements Consumer<VenueEvent>, AutoCloseable {

    private final VenueAddress address;
    private final Inbox inbox;
    private final Speech speech;
    private final List<String> earlier;
    private final CompletableFuture<ExitOutcome> ending;
    private final CompletableFuture<VenueEvent> answer = new CompletableFuture<>();

    // Written by the client's thread, read by the one that gives up.
    private volatile Message obstacle = Message.of("client.connection.no-answer");

    // Written by whoever gives up, read by the client's thread. The process takes seconds to end.
    private volatile boolean givenUp;

    /**
     * @param leftOn the market on which orders of an earlier life may rest, null when none can
     * @param ending completed when there is no use in going on
     */
    FirstContact(
            VenueAddress address,
            Inbox inbox,
            @Nullable String leftOn,
            Speech speech,
            CompletableFuture<ExitOutcome> ending) {
        this.speech = speech;
        this.earlier = leftOn == null
                ? List.of()
                : List.of(speech.say("engine.resting.earlier"), speech.say("engine.resting.advice-for", leftOn));
        this.address = address;
        this.inbox = inbox;
        this.ending = ending;
    }

    @Override
    public void accept(VenueEvent event) {
        if (event instanceof VenueEvent.StreamDown down) {
            obstacle = down.reason();
        }
        if (!givenUp) {
            inbox.offer(event);
        }
    }

    /**
     * @param longest until the venue must have answered; null: however long it takes
     * @param leaving whether the desk looks after its end itself
     */
    void await(
            CompletableFuture<VenueEvent> first,
            @Nullable Duration longest,
            GuardianLink guardian,
            BooleanSupplier leaving) {
        var unused = first.thenAccept(answer::complete);
        if (longest != null) {
            answer.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS);
        }
        unused = answer.handle((event, late) -> {
            if (event != null || !leaving.getAsBoolean()) {
                judge(event, guardian);
            }
            return null;
        });
    }

    /** @param first null when none came in time */
    private void judge(@Nullable VenueEvent first, GuardianLink guardian) {
        if (answer.isCancelled()) {
            return;
        }
        try {
            if (first == null) {
                // A venue that answers after all finds nobody who quotes: no guardian would look after the orders.
                givenUp = true;
                ending.complete(notConnected(guardian));
            } else if (first instanceof VenueEvent.Unusable unusable) {
                guardian.leave();
                ending.complete(new ExitOutcome(ExitCode.REFUSED, withEarlier(cure(unusable)), List.of()));
            } else {
                guardian.takeOver();
            }
        } catch (IOException unwritten) {
            inbox.offer(Message.of("program.guardian.earlier", FileErrors.of(unwritten)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where earlier orders may rest the guardian is told no goodbye: it goes on trying. */
    private ExitOutcome notConnected(GuardianLink guardian) throws InterruptedException {
        var lines = withEarlier(speech.say("program.ending.not-connected", address.rest(), obstacle));
        if (earlier.isEmpty()) {
            guardian.leave();
        } else if (!guardian.goesOn().isEmpty()) {
            lines.add(guardian.goesOn());
        }
        return new ExitOutcome(ExitCode.NOT_CONNECTED, lines, List.of());
    }

    private List<String> withEarlier(String line) {
        var lines = new ArrayList<>(List.of(line));
        lines.addAll(earlier);
        return lines;
    }

    private String cure(VenueEvent.Unusable unusable) {
        return unusable.refusal() == Refusal.AUTHENTICATION
                ? speech.say("program.ending.check-keys", unusable.reason(), address.keysFrom())
                : speech.say(unusable.reason());
    }

    /** The desk has left: nobody waits any more. */
    @Override
    public void close() {
        answer.cancel(false);
    }
}
