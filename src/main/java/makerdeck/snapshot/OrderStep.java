package makerdeck.snapshot;

import java.time.Instant;
import makerdeck.domain.Quantity;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to one of our orders.
 *
 * @param at when the desk knew
 * @param stage where it has stood since
 * @param filled what of it had executed by then
 * @param reason why, null when there is none to give
 */
public record OrderStep(
        Instant at,
        OrderStage stage,
        Quantity filled,
        @Nullable Message reason) {}
