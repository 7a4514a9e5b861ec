package makerdeck.backpack.client;

import java.util.function.Consumer;

/** The outcome of a read: there it makes no difference whether a missing answer was a no. */
record Reading<T>(Consumer<T> then, Consumer<Rejection> otherwise) implements Outcome<T> {

    @Override
    public void done(T answer) {
        then.accept(answer);
    }

    @Override
    public void refused(Rejection why) {
        otherwise.accept(why);
    }

    @Override
    public void unknown(Rejection why) {
        otherwise.accept(why);
    }
}
