package makerdeck.domain;

/** The id we give an order before the venue knows it: an unsigned 32-bit number. */
public record ClientId(long value) {

    public static final long LARGEST = 0xFFFF_FFFFL;

    private static final int SEQUENCE_BITS = 24;

    public ClientId {
        if (value < 0 || value > LARGEST) {
            throw new IllegalArgumentException("client id must be 0..4294967295, was " + value);
        }
    }

    /** Which desk gave it: 1..255 if it was one of ours. */
    public int instanceTag() {
        return (int) (value >>> SEQUENCE_BITS);
    }
}
