package makerdeck.engine;

import java.time.Clock;
import makerdeck.snapshot.Severity;
import makerdeck.words.Words;

/** Stops creating and cancels all of ours, for a reason the screen shows. Engine thread only. */
final class Halting {

    private final Clock clock;
    private final Diary diary;
    private final OrderDesk desk;
    private final RebalanceRun rebalance;
    private final Session session;

    Halting(Clock clock, Diary diary, OrderDesk desk, RebalanceRun rebalance, Session session) {
        this.clock = clock;
        this.diary = diary;
        this.desk = desk;
        this.rebalance = rebalance;
        this.session = session;
    }

    /** {@code alarm}: the operator did not ask for it and must be told. */
    void halt(String reason, boolean alarm) {
        if (session.isHalted()) {
            return;
        }
        session.halted(reason);
        desk.close();
        rebalance.stop(Words.say("engine.rebalance.halted"));
        if (alarm) {
            diary.alert(clock.instant(), Severity.CRITICAL, Words.say("engine.halt.alarm", reason));
        }
        desk.cancelAll(order -> true);
    }

    /** On the operator's word alone. */
    void unhalt() {
        session.resumed();
        desk.reopen();
    }

    /** The set duration is over: orders leave, the desk stays. */
    void finish() {
        session.finished(true);
        desk.close();
        rebalance.stop(Words.say("engine.duration-over"));
        desk.cancelAll(order -> true);
    }

    /** The duration was made longer. */
    void unfinish() {
        session.finished(false);
        if (!session.isHalted()) {
            desk.reopen();
        }
    }
}
