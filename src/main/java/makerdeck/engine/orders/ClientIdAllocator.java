package makerdeck.engine.orders;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import makerdeck.domain.ClientId;

/**
 * Makes client ids: 8-bit instance tag, 24-bit sequence. Without a tag there are none: no order is ours, and none can
 * be made. Engine thread only.
 */
public final class ClientIdAllocator {

    private static final int SEQUENCE_BITS = 24;
    private static final long SEQUENCE_MASK = (1L << SEQUENCE_BITS) - 1;

    private final long tag;
    private final Supplier<OptionalLong> numbers;

    public ClientIdAllocator(int tag, Supplier<OptionalLong> numbers) {
        if (tag < 0 || tag > 255) {
            throw new IllegalArgumentException("instance tag must be 1..255, or 0 to look on, was " + tag);
        }
        this.tag = (long) tag << SEQUENCE_BITS;
        this.numbers = numbers;
    }

    /** Whether this desk only looks on. */
    public boolean isWatching() {
        return tag == 0;
    }

    /** Empty when no number is reserved at the moment. */
    public Optional<ClientId> next() {
        var number = numbers.get();
        return number.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClientId(tag | number.getAsLong() & SEQUENCE_MASK));
    }

    /** The instance tag of a desk that is not ours, 0 when the id carries none. */
    public long foreignTag(ClientId id) {
        return isOurs(id) ? 0 : id.value() >> SEQUENCE_BITS;
    }

    /** Whether this desk, in this life or an earlier one, gave the id. */
    public boolean isOurs(ClientId id) {
        return !isWatching() && id.instanceTag() == tag >>> SEQUENCE_BITS;
    }
}
