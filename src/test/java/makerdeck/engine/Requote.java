package makerdeck.engine;

import java.util.ArrayList;
import java.util.List;
import makerdeck.domain.ClientId;

/** The requests a desk sent in one turn of its crank to change its orders. */
final class Requote {

    final List<ClientId> cancelled = new ArrayList<>();
    int batches;

    int requests() {
        return cancelled.size() + batches;
    }

    @Override
    public String toString() {
        return batches + " batches, cancels of " + cancelled;
    }
}
