package makerdeck;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import makerdeck.backpack.client.BackpackVenue;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.capture.DeskCapture;
import makerdeck.embedded.EmbeddedVenueControl;
import makerdeck.embedded.PaperMarket;
import makerdeck.engine.Engine;
import makerdeck.engine.EnginePorts;
import makerdeck.engine.JournalPort;
import makerdeck.engine.input.EngineSettings;
import makerdeck.engine.input.Inbox;
import makerdeck.engine.input.PresetStore;
import makerdeck.engine.input.VenueControl;
import makerdeck.identity.ClientIdBlocks;
import makerdeck.identity.DeskLock;
import makerdeck.identity.IdentityKeeper;
import makerdeck.journal.Journal;
import makerdeck.journal.JournalOwner;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.metrics.Monitoring;
import makerdeck.process.Clerk;
import makerdeck.process.FileErrors;
import makerdeck.process.Threads;
import makerdeck.recorder.DeskRecording;
import makerdeck.settings.PresetFile;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Mode;
import makerdeck.snapshot.Severity;
import makerdeck.words.Language;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Brings venue, client and engine up, turns the engine, and takes all of it down again. */
final class DeskRuntime {

    private final DeskPlan plan;
    private final Monitoring monitoring;
    private final boolean patient;
    private final Clock clock;
    private final Inbox inbox;
    private final Speech speech;
    private final Clerk clerk = new Clerk();
    private final JournalReadings readings;
    private final PresetStore presets;
    private final CompletableFuture<ExitOutcome> ending = new CompletableFuture<>();

    // Written by the engine thread, read by any.
    private volatile @Nullable Engine engine;

    // Immutable.
    private final DeskSnapshot starting;

    /** @param patient somebody sees that the venue is not reached, and may leave: it is tried for ever */
    DeskRuntime(DeskPlan plan, Clock clock, Inbox inbox, Speech speech, boolean patient, Monitoring monitoring) {
        this.monitoring = monitoring;
        this.patient = patient;
        this.plan = plan;
        this.clock = clock;
        this.inbox = inbox;
        this.speech = speech;
        readings = new JournalReadings(new Clerk(), clock);
        var files = new PresetFile(plan.folders().search("presets"), speech);
        presets = new PresetFiles(clerk, files, inbox::offer, inbox::offerPreset);
        this.starting = FirstSnapshot.of(plan, speech, clock.instant());
    }

    /** The latest frame; before the engine lives, one that says so. Any thread; never blocks. */
    DeskSnapshot snapshot() {
        var running = engine;
        return running == null ? starting : running.snapshot();
    }

    /** What the desk's journal says. Any thread. */
    JournalReadings readings() {
        return readings;
    }

    /** Completes when the desk is over, whatever the way. */
    CompletableFuture<ExitOutcome> ending() {
        return ending;
    }

    /** The engine thread's life: everything comes up, runs, and goes down. {@code listener} must not block. */
    void live(Consumer<DeskEvent> listener) {
        try {
            ending.complete(openWithClerk(listener));
        } catch (DeskLock.TakenException taken) {
            ending.complete(ExitOutcome.of(ExitCode.REFUSED, speech.say(taken)));
        } catch (PaperMarket.NotReachedException late) {
            ending.complete(ExitOutcome.of(ExitCode.NOT_CONNECTED, speech.say(late)));
        } catch (IOException | MistakeException refused) {
            ending.complete(ExitOutcome.of(ExitCode.USAGE, speech.say(FileErrors.of(refused))));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            ending.complete(ExitOutcome.of(ExitCode.BROKEN, speech.say("program.ending.interrupted")));
        } catch (RuntimeException | Error broken) {
            Logger.error(broken, "the engine thread died");
            ending.complete(ExitOutcome.of(ExitCode.BROKEN, speech.say("program.ending.internal-error", broken)));
        }
    }

    /** What the clerk still has to write is written before the end. */
    private ExitOutcome openWithClerk(Consumer<DeskEvent> listener) throws IOException, InterruptedException {
        var report = new SessionReportFile(clerk, plan.folders().state(), plan.symbol(), speech, inbox::offer);
        ExitOutcome outcome;
        try (clerk) {
            outcome = open(listener.andThen(report));
        }
        return outcome.after(report.reported());
    }

    private ExitOutcome open(Consumer<DeskEvent> listener) throws IOException, InterruptedException {
        var embedded = plan.embedded();
        if (embedded != null) {
            try (var open = embedded.open(0, clock, new FeedWatch(), plan.patience())) {
                var venue = open.server();
                var secret = venue.credentials().secret();
                var address = new VenueAddress(
                        URI.create(venue.apiUrl()), URI.create(venue.wsUrl()), secret, Message.plain(embedded.name()));
                // An account of its own that nobody else knows, and that ends with the process.
                var run = new Run(address, new EmbeddedVenueControl(venue, clock), plan.symbol(), false);
                return plan.settings().watch() ? watch(run, listener) : trade(run, listener);
            }
        }
        var remote = plan.settings().remote();
        if (remote == null) {
            throw new IllegalStateException("a desk needs a venue");
        }
        var address = new VenueAddress(
                remote.rest(),
                remote.socket(),
                remote.keys().secret(),
                remote.keys().from());
        var account = address.account();
        if (plan.settings().watch()) {
            return watch(new Run(address, VenueControl.NONE, "", false), listener);
        }
        try (var lock = DeskLock.take(plan.folders().state(), account, plan.symbol(), pid())) {
            Logger.info("{}", lock);
            var name = account + "-" + plan.symbol();
            return trade(
                    new Run(address, VenueControl.NONE, name, !plan.settings().newBooks()), listener);
        }
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }

    /**
     * One way to trade.
     *
     * @param name of the desk's identity
     * @param continues the account lives longer than the desk, and so do its books
     */
    private record Run(VenueAddress address, VenueControl control, String name, boolean continues) {}

    /** Beside any desk: no lock, no books, no numbers. */
    private ExitOutcome watch(Run run, Consumer<DeskEvent> listener) throws IOException, InterruptedException {
        readings.none();
        return run(run, 0, JournalPort.NONE, listener);
    }

    private ExitOutcome trade(Run run, Consumer<DeskEvent> listener) throws IOException, InterruptedException {
        var owner = new JournalOwner(
                run.address().account(),
                plan.symbol(),
                plan.venueName(),
                plan.mode().name(),
                pid());
        var journal = Journal.open(
                plan.folders().journal(),
                owner,
                run.continues(),
                restored -> JournalPort.requireSound(restored, plan.symbol()),
                clock,
                inbox::offerJournal,
                aside -> inbox.offer(Severity.CRITICAL, aside));
        ExitOutcome outcome;
        try (journal) {
            journal.notice().ifPresent(inbox::offer);
            journal.upgrade().ifPresent(upgrade -> inbox.offer(Severity.INFO, upgrade));
            Threads.start("journal", journal::run);
            readings.open(plan.folders().journal(), owner);
            outcome = trade(run, journal, listener);
        }
        return journal.unwritten()
                .map(why -> outcome.but(ExitCode.JOURNAL_CUT, speech.say(why)))
                .orElse(outcome);
    }

    private ExitOutcome trade(Run run, Journal journal, Consumer<DeskEvent> listener)
            throws IOException, InterruptedException {
        var kept = IdentityKeeper.of(plan.folders().state(), run.name(), journal, clock, inbox);
        var identity = kept.first();
        var blocks = new ClientIdBlocks(identity.firstSequence(), kept::block, task -> Threads.start("numbers", task));
        // The embedded venue is as new as the desk; elsewhere only a life that left in order has left nothing.
        var mayHaveLeft = plan.embedded() == null
                && !kept.isFirstEver()
                && !journal.endedInOrder().orElse(false);
        // A halt of an account that lives on outlives the desk, new books or not.
        var halted = plan.embedded() == null ? journal.halted().orElse(null) : null;
        var journalPort = new JournalPort(journal.restored(), journal::record, blocks::next, mayHaveLeft, halted);
        return run(run, identity.tag(), journalPort, listener);
    }

    private ExitOutcome run(Run run, int tag, JournalPort journalPort, Consumer<DeskEvent> listener)
            throws IOException, InterruptedException {
        var address = run.address();
        var signer = new Signer(address.secret());
        var capture = DeskCapture.open(
                plan.settings().capture(),
                plan.about(),
                List.of(address.secret(), signer.publicKey()),
                new DeskCapture.Surroundings(clock, System::nanoTime, inbox));
        try (capture) {
            return run(run, signer, new Around(journalPort, capture, listener), tag);
        } finally {
            capture.tellEnd(listener, snapshot());
        }
    }

    /** What stands around the engine of one run. */
    private record Around(JournalPort journalPort, DeskCapture capture, Consumer<DeskEvent> listener) {}

    private ExitOutcome run(Run run, Signer signer, Around around, int tag) throws IOException, InterruptedException {
        var journalPort = around.journalPort();
        var address = run.address();
        var runtime = new ClientRuntime(
                clock,
                System::nanoTime,
                Threads::daemons,
                new SplittableRandom(clock.millis()),
                monitoring.roundTrips(),
                around.capture().wire());
        var settings = new BackpackSettings(plan.symbol(), address.rest(), address.socket());
        var contact =
                new FirstContact(address, inbox, journalPort.mayHaveLeft() ? plan.symbol() : null, speech, ending);
        try (var venue = new BackpackVenue(settings, signer, runtime, contact)) {
            var recording = new DeskRecording(
                    plan.folders().recordings(),
                    clock,
                    new Speech(Language.ENGLISH)::say,
                    inbox,
                    venue::hearMarket,
                    around.capture()::state);
            var ports = new EnginePorts(
                    venue,
                    run.control(),
                    clock,
                    around.listener(),
                    journalPort,
                    presets,
                    recording,
                    monitoring.steps());
            var desk = new Engine(engineSettings(tag), ports);
            engine = desk;
            var guardianOrders =
                    GuardianLink.guardianOrders(plan, address.rest(), address.socket(), address.secret(), tag);
            var guardian =
                    new GuardianLink(plan, guardianOrders, () -> desk.snapshot().at(), inbox, speech);
            guardian.start();
            // A desk that is leaving sees to earlier orders first, and says itself what it could not do.
            contact.await(
                    venue.firstAnswer(),
                    plan.longestWait(patient),
                    guardian,
                    () -> desk.snapshot().state() == DeskState.STOPPING && journalPort.mayHaveLeft());
            try (recording) {
                return new Farewell(speech).outcome(desk.run(inbox), guardian);
            } finally {
                contact.close();
            }
        }
    }

    private EngineSettings engineSettings(int tag) {
        return new EngineSettings(
                plan.mode(),
                plan.venueName(),
                plan.symbol(),
                plan.parameters().parameters(),
                plan.parameters().sources(),
                plan.quotesAtOnce(),
                tag);
    }

    /** What the recorded feed cannot say over the wire. The venue's thread. */
    private final class FeedWatch implements ServerListener {

        @Override
        public void feedGap(Message what) {
            inbox.offer(Message.of(plan.mode() == Mode.PAPER ? "program.paper.gap" : "program.feed.gap", what));
        }

        @Override
        public void feedEnded(Message why) {
            inbox.offer(Message.of("program.feed.over", why));
        }
    }
}
