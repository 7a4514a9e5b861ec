package makerdeck.engine.parameters;

import java.util.Deque;
import java.util.Optional;
import makerdeck.strategy.parameters.Parameters;

/** Where changes, undos and redos one after the other would lead, with none of them made. Engine thread only. */
public final class ImaginedSteps {

    private final Deque<Parameters> past;
    private final Deque<Parameters> future;
    private Parameters current;

    ImaginedSteps(Parameters current, Deque<Parameters> past, Deque<Parameters> future) {
        this.current = current;
        this.past = past;
        this.future = future;
    }

    public Parameters parameters() {
        return current;
    }

    /** As {@link ParameterHistory#change}, or {@link ParameterHistory#changeInPassing}. */
    public void change(Parameters next, boolean inPassing) {
        if (!current.changesTo(next).isEmpty() && (!inPassing || past.isEmpty() || !future.isEmpty())) {
            past.push(current);
            future.clear();
        }
        current = next;
    }

    /** Takes the last change back; false when there is none. */
    public boolean undo() {
        return swap(past, future);
    }

    /** Makes an undone change again; false when there is none. */
    public boolean redo() {
        return swap(future, past);
    }

    private boolean swap(Deque<Parameters> from, Deque<Parameters> to) {
        var reached = Optional.ofNullable(from.poll());
        reached.ifPresent(next -> {
            to.push(current);
            current = next;
        });
        return reached.isPresent();
    }
}
