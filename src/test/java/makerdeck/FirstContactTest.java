package makerdeck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import makerdeck.engine.input.Inbox;
import makerdeck.message.Message;
import makerdeck.settings.Folders;
import makerdeck.settings.ParsedCommand;
import makerdeck.settings.PresetFile;
import makerdeck.settings.Settings;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstContactTest {

    private static final URI VENUE = URI.create("https://127.0.0.1:1");
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private Path home;

    private final Inbox inbox = new Inbox(Clock.systemUTC());

    private GuardianLink noGuardian() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var asked = assertInstanceOf(
                ParsedCommand.RunDesk.class,
                Settings.read(
                        new String[] {"--exchange", "backpack", "--no-guardian", "--start"},
                        Map.of("BACKPACK_KEY", KEY, "BACKPACK_SECRET", KEY),
                        Spoken.ENGLISH,
                        nowhere,
                        nowhere));
        var folders = new Folders(home, home, null);
        var plan = DeskPlan.of(asked.settings(), folders, new PresetFile(List.of(home), Spoken.ENGLISH));
        var orders = GuardianLink.guardianOrders(plan, VENUE, VENUE, KEY, 7);
        return new GuardianLink(plan, orders, () -> Clock.systemUTC().instant(), inbox, Spoken.ENGLISH);
    }

    /** The process takes seconds to end, and the venue may answer within them: nobody would look after an order. */
    @Test
    void aDeskThatHasGivenUpTheVenueDoesNotBeginToQuoteWhenItAnswersAfterAll() throws InterruptedException {
        var ending = new CompletableFuture<ExitOutcome>();
        var address = new VenueAddress(VENUE, VENUE, KEY, Message.plain("a test"));
        try (var contact = new FirstContact(address, inbox, null, Spoken.ENGLISH, ending)) {
            contact.await(new CompletableFuture<>(), Duration.ofMillis(1), noGuardian(), () -> false);

            assertEquals(4, ending.join().code());
            contact.accept(new VenueEvent.StreamUp(Instant.EPOCH, Stream.PUBLIC));
            assertEquals(Optional.empty(), inbox.take(Duration.ZERO));
        }
    }
}
