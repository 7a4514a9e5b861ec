package makerdeck.engine;

import makerdeck.domain.ClientId;

/** Makes client ids: 8-bit instance tag, 24-bit sequence. Engine thread only. */
final class ClientIds {

    private static final int SEQUENCE_BITS = 24;
    private static final long SEQUENCE_MASK = (1L << SEQUENCE_BITS) - 1;

    private final long tag;
    private long sequence;

    ClientIds(int tag, long firstSequence) {
        if (tag < 1 || tag > 255) {
            throw new IllegalArgumentException("instance tag must be 1..255, was " + tag);
        }
        this.tag = (long) tag << SEQUENCE_BITS;
        sequence = firstSequence & SEQUENCE_MASK;
    }

    ClientId next() {
        var id = new ClientId(tag | sequence);
        sequence = (sequence + 1) & SEQUENCE_MASK;
        return id;
    }

    /** Whether this desk, in this life or an earlier one, gave the id. */
    boolean isOurs(ClientId id) {
        return id.instanceTag() == tag >>> SEQUENCE_BITS;
    }
}
