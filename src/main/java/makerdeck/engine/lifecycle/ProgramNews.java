package makerdeck.engine.lifecycle;

import java.time.Instant;
import makerdeck.engine.input.Input;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.risk.ReduceOnly;
import makerdeck.message.Message;
import makerdeck.snapshot.GuardianState;
import makerdeck.snapshot.Severity;

/** Takes in what other parts of the program have to say, and holds back where one of them fails. Engine thread only. */
public final class ProgramNews {

    private final EventLog log;
    private final ReduceOnly reduceOnly;

    public ProgramNews(EventLog log, ReduceOnly reduceOnly) {
        this.log = log;
        this.reduceOnly = reduceOnly;
    }

    public void on(Input.Notice input) {
        if (input.severity() == Severity.INFO) {
            log.info(input.at(), input.text());
        } else {
            log.alert(input.at(), input.severity(), input.text());
        }
    }

    /** What cannot be written down is not done: only cancels until the journal writes again. */
    public void on(Input.JournalReport report) {
        var failure = report.failure();
        reduceOnly.journal(failure);
        if (failure == null) {
            log.over(report.at(), Message.of("engine.journal.writes-again"), "engine.journal.failed");
        } else {
            log.alert(report.at(), Severity.CRITICAL, Message.of("engine.journal.failed", failure));
        }
    }

    /** A guardian that watches again ends what was said of the one that was lost. */
    public void on(Input.Guarded input, Instant now) {
        if (input.guardian() == GuardianState.ON) {
            log.over(
                    now, Message.of("engine.guarded-again"), "program.guardian.gone", "program.guardian.gone-for-good");
        }
    }

    /** What it was for is not done any more: nothing new until the operator has seen it. */
    public void on(Input.ThreadDied death) {
        var words = Message.of("engine.thread.died", death.thread(), death.why());
        reduceOnly.defect(words);
        log.alert(death.at(), Severity.CRITICAL, words, death.thread());
    }
}
