package makerdeck.engine;

import java.time.Duration;
import java.time.Instant;
import makerdeck.snapshot.Severity;
import makerdeck.words.Words;

/** Notices that the engine came late: nothing it knows is fresh then. Engine thread only. */
final class LagWatch {

    private final Diary diary;
    private final Gates gates;
    private final Reconciler reconciler;

    LagWatch(Diary diary, Gates gates, Reconciler reconciler) {
        this.diary = diary;
        this.gates = gates;
        this.reconciler = reconciler;
    }

    void late(Duration late, Instant now) {
        if (gates.lagged(late, now)) {
            diary.alert(now, Severity.WARN, Words.say("engine.came-late"));
            reconciler.readAll();
        }
    }
}
