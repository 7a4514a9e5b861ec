package makerdeck.domain;

/** The id we give an order before the venue knows it: an unsigned 32-bit number. */
public record ClientId(long value) {

    public ClientId {
        if (value < 0 || value > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("client id must be 0..4294967295, was " + value);
        }
    }
}
