package makerdeck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import makerdeck.attach.DeskDoor;
import makerdeck.command.DeskCommand;
import makerdeck.console.Console;
import makerdeck.console.ConsoleRuntime;
import makerdeck.console.ConsoleSettings;
import makerdeck.console.ScreenRole;
import makerdeck.engine.input.Inbox;
import makerdeck.headless.HeadlessConsole;
import makerdeck.logging.LogFile;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.metrics.Monitoring;
import makerdeck.notify.DeskHand;
import makerdeck.notify.Notifier;
import makerdeck.notify.NotifyPlan;
import makerdeck.notify.SinkTools;
import makerdeck.notify.Telling;
import makerdeck.notify.sink.Web;
import makerdeck.process.FileErrors;
import makerdeck.process.RunningMark;
import makerdeck.process.SteadyClock;
import makerdeck.process.Threads;
import makerdeck.service.ServiceLife;
import makerdeck.settings.DeskSettings;
import makerdeck.settings.Folders;
import makerdeck.settings.PresetFile;
import makerdeck.snapshot.Severity;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** One run of the desk: venue, engine and a screen, from start to exit code. */
final class DeskProgram {

    /** Longer than the engine takes to cancel, verify and give up. */
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(20);

    private final DeskSettings settings;
    private final Folders folders;
    private final Map<String, String> environment;
    private final Speech speech;
    private final PrintStream out;
    private final PrintStream errors;

    private final Clock clock = new SteadyClock(Clock.systemUTC(), System::nanoTime);
    private final Inbox inbox = new Inbox(clock);
    private final Monitoring monitoring;
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    /** Complete as soon as the orders are cared for, whatever the output still waits for. Read by the signals' thread. */
    private volatile CompletableFuture<ExitOutcome> ending = new CompletableFuture<>();

    DeskProgram(
            DeskSettings settings,
            Folders folders,
            Map<String, String> environment,
            Speech speech,
            PrintStream out,
            PrintStream errors) {
        this.settings = settings;
        this.monitoring = Monitoring.at(settings.metrics(), clock, System::nanoTime);
        this.folders = folders;
        this.environment = environment;
        this.speech = speech;
        this.out = out;
        this.errors = errors;
    }

    /** Runs until the operator, a signal or a failure ends it; returns the exit code. */
    int run() throws InterruptedException {
        var outcome = attempt();
        outcome.lines().forEach(line -> errors.println("makerdeck: " + line));
        errors.flush();
        exitCode.complete(outcome.code());
        return outcome.code();
    }

    private ExitOutcome attempt() throws InterruptedException {
        Thread.setDefaultUncaughtExceptionHandler(new Deaths(inbox));
        try {
            folders.create();
            LogFile.open(folders.state(), "makerdeck");
            var presets = new PresetFile(folders.search("presets"), speech);
            var plan = DeskPlan.of(settings, folders, presets);
            try (monitoring) {
                return settings.headless() || !Console.isSupported(environment)
                        ? headless(plan, presets)
                        : fullScreen(plan, presets);
            }
        } catch (MistakeException wrong) {
            return ExitOutcome.of(ExitCode.USAGE, speech.say("program.ending.see-help", Message.about(wrong)));
        } catch (IOException failed) {
            return ExitOutcome.of(ExitCode.USAGE, speech.say("program.ending.cannot-start", FileErrors.of(failed)));
        }
    }

    /** Tells people who are away what happens on the desk. */
    private Telling telling(DeskPlan plan, DeskRuntime runtime, NotifyPlan wanted, Predicate<String> terminal) {
        var around = new Notifier.Surroundings(
                plan.symbol(),
                plan.venueName(),
                plan.mode().name(),
                speech,
                clock,
                new DeskHand(runtime::snapshot, inbox::offer),
                inbox::offer);
        var tools = new SinkTools(new Web(), terminal, NotifyProgram.isInTmux(environment));
        return Notifier.start(wanted, folders.notes(), tools, around);
    }

    private ExitOutcome headless(DeskPlan plan, PresetFile presets) throws IOException, InterruptedException {
        var wanted = NotifyProgram.plan(folders).withoutTerminal();
        var runtime = host(plan, false);
        var desk = new RunningDesk(runtime, presets, folders, inbox);
        var console = new HeadlessConsole(
                runtime::snapshot,
                desk.language(speech),
                speech,
                new ResultsLines(runtime.readings(), inbox::offer).before(inbox::offer),
                clock,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                desk::question);
        var leaver = new FinishedDesk(settings.stays(), speech, inbox::offer);
        try (var telling = telling(plan, runtime, wanted, bytes -> false);
                var door = door(plan, desk)) {
            Threads.start(
                    "engine",
                    () -> runtime.live(leaver.andThen(console::accept)
                            .andThen(telling)
                            .andThen(door == null ? event -> {} : door::hear)));
            Threads.start(
                    "stdin",
                    () -> console.read(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))));
            stopOnSignal(() -> {});
            outliveTerminal(() -> Logger.warn("hangup: going on"));
            write(console, runtime);
            return runtime.ending().join();
        }
    }

    /** Whatever ends the output too early makes the desk leave in order. */
    private void write(HeadlessConsole console, DeskRuntime runtime) throws InterruptedException {
        try {
            if (!console.write(runtime.ending()::isDone) && !settings.keepsRunning()) {
                Logger.warn("nobody reads the headless output any more: leaving");
                inbox.offer("quit", new DeskCommand.Quit(false));
            }
        } catch (RuntimeException | Error broken) {
            Logger.error(broken, "the headless output broke: leaving");
            inbox.offer(speech.say("program.leaving.screen-broke"), new DeskCommand.Quit(false));
        }
    }

    /** Where other terminals and programs reach the desk; null, and said, where that cannot be. */
    private @Nullable DeskDoor door(DeskPlan plan, RunningDesk desk) {
        try {
            var name = plan.mode() + "-" + plan.symbol();
            var door = DeskDoor.open(folders.desks(), name, desk, clock, System::nanoTime);
            Logger.info("reached as {} in {}", door.name(), folders.desks());
            return door;
        } catch (IOException none) {
            inbox.offer(Severity.WARN, Message.of("program.door.none", FileErrors.of(none)));
            return null;
        }
    }

    private DeskRuntime host(DeskPlan plan, boolean patient) {
        var runtime = new DeskRuntime(plan, clock, inbox, speech, patient, monitoring);
        monitoring.serve(runtime::snapshot);
        ServiceLife.start(
                environment, ProcessHandle.current().pid(), runtime::snapshot, System::nanoTime, inbox::offer);
        ending = runtime.ending();
        return runtime;
    }

    private ExitOutcome fullScreen(DeskPlan plan, PresetFile presets) throws IOException, InterruptedException {
        var wanted = NotifyProgram.plan(folders);
        var runtime = host(plan, true);
        var desk = new RunningDesk(runtime, presets, folders, inbox);
        var look = new ConsoleSettings(
                settings.look().framesPerSecond(),
                settings.look().theme(),
                folders.history(),
                desk.themes(),
                speech,
                environment);
        var console = new Console(
                look,
                desk.link(speech, ScreenRole.OWN, 0),
                new ConsoleRuntime(
                        clock.withZone(ZoneId.systemDefault()),
                        System::nanoTime,
                        Threads::daemons,
                        monitoring.frames()));
        LogFile.swallowPrints();
        stopOnSignal(console::restore);
        outliveTerminal(console::hangUp);
        String broken;
        ExitOutcome outcome;
        try (var telling = telling(plan, runtime, wanted, console::send);
                var door = door(plan, desk)) {
            Threads.start("engine", () -> runtime.live(door == null ? telling : telling.andThen(door::hear)));
            var closing = runtime.ending().thenRun(console::close);
            broken = show(console);
            closing.join();
            outcome = runtime.ending().join();
        }
        outcome.done().forEach(out::println);
        out.flush();
        return broken.isEmpty() || outcome.code() != ExitCode.OK ? outcome : ExitOutcome.of(ExitCode.BROKEN, broken);
    }

    /** Shows the screen; tells how it broke, or nothing. What ends it too early makes the desk leave in order. */
    private String show(Console console) {
        try {
            if (console.run() != Console.Ending.HANGUP) {
                return "";
            }
            if (settings.keepsRunning()) {
                Logger.warn("the terminal is gone: going on without one");
                return "";
            }
            Logger.warn("the terminal is gone: leaving");
            inbox.offer(speech.say("program.leaving.terminal-gone"), new DeskCommand.Quit(false));
            return "";
        } catch (IOException | RuntimeException | Error broken) {
            Logger.error(broken, "the screen broke: leaving");
            inbox.offer(speech.say("program.leaving.screen-broke"), new DeskCommand.Quit(false));
            return speech.say("program.ending.screen-broke", broken);
        }
    }

    /** Only when asked for: by itself a hangup ends the process, in order. */
    private void outliveTerminal(Runnable call) {
        if (settings.keepsRunning()) {
            Console.onHangup(call);
        }
    }

    /** TERM, INT and HUP: cancel, verify, leave, whatever the JVM's own code for a signal. */
    private void stopOnSignal(Runnable restoreTerminal) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (exitCode.isDone()) {
                                return;
                            }
                            inbox.offer(speech.say("program.leaving.signal"), new DeskCommand.Quit(false));
                            var code = awaitExit();
                            restoreTerminal.run();
                            RunningMark.takeAway();
                            Runtime.getRuntime().halt(code);
                        },
                        "stop"));
    }

    private int awaitExit() {
        try {
            return exitCode.get(LONGEST_GOODBYE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException late) {
            if (ending.isDone()) {
                // Nobody takes what is still to be printed.
                return ending.join().code();
            }
            errors.println("makerdeck: " + speech.say("program.ending.not-verified", LONGEST_GOODBYE.toSeconds()));
            return ExitCode.ORDERS_LEFT;
        }
    }
}
