package makerdeck.backpack.client.http;

import java.util.function.Consumer;

/** The outcome of a read: there it makes no difference whether a missing answer was a no. */
public record ResponseHandler<T>(Consumer<T> then, Consumer<ApiRejection> otherwise) implements CallOutcome<T> {

    @Override
    public void done(T answer) {
        then.accept(answer);
    }

    @Override
    public void refused(ApiRejection why) {
        otherwise.accept(why);
    }

    @Override
    public void unknown(ApiRejection why) {
        otherwise.accept(why);
    }
}
