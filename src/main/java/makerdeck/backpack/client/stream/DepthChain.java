package makerdeck.backpack.client.stream;

import static makerdeck.backpack.client.base.WireFields.present;

import java.util.ArrayDeque;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.wire.StreamData;
import makerdeck.message.Message;

/**
 * The numbers of one subscription's updates, each of which begins where the one before ended. What does not is a
 * break, whether the numbers jump ahead or start over lower. Client thread only.
 */
final class DepthChain {

    /** No market has had so many changes; what is beyond cannot be counted on from. */
    static final long LARGEST_ID = 1L << 53;

    /** How far back an update is known again that comes twice. */
    private static final int REMEMBERED = 64;

    /** How an update stands to those before. */
    enum Place {
        FIRST,
        NEXT,
        /** Came before, with the same content. */
        REPEATED,
        /** Numbers are missing before it. */
        AHEAD,
        /** Its numbers were used already, for something else. */
        BACK
    }

    private final ArrayDeque<StreamData.Depth> recent = new ArrayDeque<>();
    private long end = -1;

    /** Another subscription, or numbers that nobody can read: the next update is the first. */
    void forget() {
        recent.clear();
        end = -1;
    }

    /** Takes an update in and tells its place. Throws {@link DecodeException} for numbers that cannot be. */
    Place take(StreamData.Depth update) throws DecodeException {
        long first = first(update);
        long last = last(update);
        if (last < first) {
            throw new DecodeException(Message.of("client.unreadable.ids", first, last));
        }
        var place = place(update, first);
        if (place == Place.REPEATED) {
            return place;
        }
        if (place != Place.NEXT) {
            recent.clear();
        }
        recent.addLast(update);
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
        end = last;
        return place;
    }

    private Place place(StreamData.Depth update, long first) {
        if (isEmpty()) {
            return Place.FIRST;
        }
        if (first == end + 1) {
            return Place.NEXT;
        }
        if (first > end) {
            return Place.AHEAD;
        }
        return recent.contains(update) ? Place.REPEATED : Place.BACK;
    }

    /** Whether no update has come yet. */
    boolean isEmpty() {
        return end < 0;
    }

    /** The last number told; negative before the first. */
    long end() {
        return end;
    }

    static long first(StreamData.Depth update) throws DecodeException {
        return checked(present(update.firstUpdateId(), "U"), "U");
    }

    static long last(StreamData.Depth update) throws DecodeException {
        return checked(present(update.lastUpdateId(), "u"), "u");
    }

    /** A number a book may have. */
    static long checked(long id, String name) throws DecodeException {
        if (id < 0 || id > LARGEST_ID) {
            throw new DecodeException(Message.of("client.unreadable.id", name, id, LARGEST_ID));
        }
        return id;
    }
}
