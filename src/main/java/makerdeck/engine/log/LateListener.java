package makerdeck.engine.log;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import makerdeck.snapshot.DeskEvent;

/**
 * Tells what happened in a turn of the engine once the turn has asked the venue for all it wants: who listens is not
 * waited for. The order stays. Engine thread only.
 */
public final class LateListener implements Consumer<DeskEvent> {

    private final Consumer<DeskEvent> listener;
    private final Queue<DeskEvent> untold = new ArrayDeque<>();

    public LateListener(Consumer<DeskEvent> listener) {
        this.listener = listener;
    }

    @Override
    public void accept(DeskEvent event) {
        untold.add(event);
    }

    /** Tells what waits. */
    public void tell() {
        for (var event = untold.poll(); event != null; event = untold.poll()) {
            listener.accept(event);
        }
    }
}
