package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import makerdeck.domain.Side;
import makerdeck.snapshot.Severity;
import makerdeck.venue.Stream;
import makerdeck.words.Words;

/** What has to be done because time passes, and what is looked at after every input. Engine thread only. */
final class Housekeeping {

    private final Parts parts;
    private final Core core;
    private final PresetDesk presets;
    private final Halting halting;
    private final RiskGate risk;
    private final DarkWatch dark;
    private boolean reported;

    Housekeeping(Parts parts, PresetDesk presets, Halting halting, RiskGate risk) {
        this.parts = parts;
        core = parts.core();
        this.presets = presets;
        this.halting = halting;
        this.risk = risk;
        dark = new DarkWatch(core.diary(), parts.status(), parts.sides());
    }

    /** About ten times a second. */
    void tick(Instant now) {
        core.tracker().tick(now);
        keepPulse(now);
        parts.median().tick(now);
        if (parts.status().mayRebalance() && parts.rebalance().trigger().wantsReading(now)) {
            parts.reconciler().readBalances();
        }
        parts.reconciler().tick(now);
        parts.evidence().tick(now);
        parts.lending().tick();
        parts.interest().tick(now);
        parts.bookings().tick(now);
        parts.bookings().doubts().tick(now);
        var unread = parts.reconciler().fills().unread(now);
        parts.restraint().fills(unread.isEmpty() ? parts.bookings().doubts().reason(now) : unread);
        presets.tick(now);
        parts.desk().sweep();
        parts.exposure().tick(now);
        core.scribe().tick(now, parts.reconciler().fills().knownUntil());
    }

    /** A still market counts as a market that does not move, as long as the connection lives. */
    private void keepPulse(Instant now) {
        var facts = core.facts();
        var live = facts.mid().isPresent() && facts.bookLost().isEmpty() && facts.isUp(Stream.PUBLIC);
        parts.warmUp().tick(now, live);
        if (live) {
            parts.pulse().still(now);
        }
    }

    void presetRead(Input.PresetRead input) {
        presets.read(input);
    }

    /** The engine came late: nothing it knows is fresh. */
    void lagged(Duration late, Instant now) {
        if (parts.gates().lagged(late, now)) {
            core.diary().alert(now, Severity.WARN, Words.say("engine.came-late"));
            parts.reconciler().readAll();
        }
    }

    /** What cannot be written down is not done: only cancels until the journal writes again. */
    void journal(Input.JournalReport report) {
        var failed = !report.failure().isEmpty();
        parts.restraint().journal(report.failure());
        core.diary()
                .alert(
                        report.at(),
                        failed ? Severity.CRITICAL : Severity.INFO,
                        failed
                                ? Words.say("engine.journal.failed", report.failure())
                                : Words.say("engine.journal.writes-again"));
    }

    /** What it was for is not done any more: nothing new until the operator has seen it. */
    void threadDied(Input.ThreadDied death) {
        var words = Words.say("engine.thread.died", death.thread(), death.why());
        parts.restraint().defect(words);
        core.diary().alert(death.at(), Severity.CRITICAL, words);
    }

    /** After every input, before quotes are looked at. */
    void afterInput(Instant now) {
        ready();
        duration(now);
        if (!parts.status().isHalted()) {
            risk.halts(now).ifPresent(why -> halting.halt(why, true));
        }
        parts.rebalance().step(now);
        parts.stopper().step(now);
    }

    private void ready() {
        if (parts.status().isReady()) {
            return;
        }
        var facts = core.facts();
        parts.status()
                .readyWhen(core.ledger().isOpen()
                        && parts.reconciler().fills().isCaughtUp()
                        && facts.isUp(Stream.PUBLIC)
                        && facts.isUp(Stream.PRIVATE)
                        && parts.reconciler().comparedAt() != null
                        && core.tracker().live().isEmpty());
        if (parts.status().isReady()) {
            core.ledger().caughtUp();
            tellBooks();
        }
    }

    private void tellBooks() {
        var totals = core.ledger().totals();
        if (totals.fills() > 0) {
            core.diary()
                    .info(
                            core.now(),
                            Words.say(
                                    "engine.books.go-on",
                                    core.ledger().openedAt().truncatedTo(ChronoUnit.SECONDS),
                                    totals.fills(),
                                    Texts.signed(
                                            totals.pnl(), core.facts().market().decimals(totals.pnl(), 4)),
                                    core.facts().market().quote()));
        }
    }

    private void duration(Instant now) {
        if (parts.stopper().isStopping()) {
            return;
        }
        var end = parts.status().endsAt();
        var over = end != null && !now.isBefore(end);
        if (over && !parts.status().isFinished()) {
            halting.finish();
            report();
        } else if (!over && parts.status().isFinished()) {
            halting.unfinish();
            reported = false;
        }
    }

    /** The desk has left: the last word and the last entries. */
    void leave(Instant now, StopOutcome outcome) {
        report();
        var inOrder = outcome.clean() && outcome.mayLive().isEmpty();
        core.scribe().ended(now, parts.reconciler().fills().knownUntil(), inOrder);
    }

    /** Once at the end of a session. */
    private void report() {
        if (!reported) {
            reported = true;
            parts.report().tell();
        }
    }

    /** After quotes were looked at, before the state is told. */
    void watchQuotes(Instant now) {
        dark.look(now);
    }

    /** Counts the time since the last input as it was then. */
    void countUptime(Instant now) {
        parts.uptime().pass(now);
        for (var side : Side.values()) {
            var allowed = parts.status().reason(side).isEmpty()
                    && !parts.quoting().wanted().side(side).quotes().isEmpty();
            var quoted = parts.sides().isQuoted(side);
            parts.uptime().is(side, quoted || (allowed && !parts.guard(side).isBlocked(now)), quoted);
            if (quoted) {
                parts.status().quoted(now);
            }
        }
    }
}
