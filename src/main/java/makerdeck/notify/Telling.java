package makerdeck.notify;

import java.util.function.Consumer;
import makerdeck.snapshot.DeskEvent;

/** Hears what happens on a desk. Any thread; never blocks but in {@link #close}, and there for moments. */
public interface Telling extends Consumer<DeskEvent>, AutoCloseable {

    /** Nobody is to be told. */
    Telling NONE = new Telling() {
        @Override
        public void accept(DeskEvent event) {
            // Nobody listens.
        }

        @Override
        public void close() {
            // Nothing waits.
        }
    };

    @Override
    void close();
}
