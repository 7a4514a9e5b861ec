package makerdeck.backpack.client.stream;

import java.util.ArrayDeque;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.wire.StreamData;
import org.jspecify.annotations.Nullable;

/** Updates that wait for the snapshot they go on from. Client thread only. */
final class DepthBuffer {

    private static final int LONGEST = 20_000;

    private final ArrayDeque<StreamData.Depth> updates = new ArrayDeque<>();

    void clear() {
        updates.clear();
    }

    void keep(StreamData.Depth diff) {
        updates.add(diff);
        if (updates.size() > LONGEST) {
            updates.clear();
        }
    }

    /** The next in order; null when there is none left. */
    StreamData.@Nullable Depth next() {
        return updates.poll();
    }

    /** Forgets what a snapshot with that id holds already. */
    void dropUpTo(long id) throws DecodeException {
        while (!updates.isEmpty() && DepthChain.last(updates.getFirst()) <= id) {
            updates.removeFirst();
        }
    }

    boolean isEmpty() {
        return updates.isEmpty();
    }

    /** Whether what waits goes on where a snapshot with that id ends. Not when empty. */
    boolean goesOnFrom(long id) throws DecodeException {
        return DepthChain.first(updates.getFirst()) <= id + 1;
    }
}
