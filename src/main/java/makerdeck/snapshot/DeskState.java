package makerdeck.snapshot;

import java.util.Optional;
import makerdeck.message.Denial;
import makerdeck.message.Message;
import org.jspecify.annotations.Nullable;

/** What the desk is doing. */
public enum DeskState {
    /** Waiting for market, book, balances and a first comparison with the venue. */
    STARTING(Denial.STARTING),
    QUOTING(null),
    /** It may quote and for a while no quote of either side has been out; the reason says why. */
    UNQUOTED(Denial.UNQUOTED),
    /** By the operator or by a gate; the reason says which. */
    PAUSED(null),
    /** Only cancels and orders that bring the inventory nearer its target; the reason says why. */
    REDUCE(null),
    REBALANCING(Denial.REBALANCING),
    /** The set duration is over; orders are cancelled. */
    FINISHED(Denial.FINISHED),
    /** Stopped for safety or by the operator; nothing is sent but cancels. */
    HALTED(Denial.HALTED),
    /** No connection to the venue. */
    DOWN(Denial.DOWN),
    /** Cancelling and verifying before leaving. */
    STOPPING(Denial.STOPPING),
    STOPPED(Denial.STOPPED);

    private final @Nullable Denial denial;

    DeskState(@Nullable Denial denial) {
        this.denial = denial;
    }

    /** What a desk in this state is kept from quoting by: the state itself or, where it has many causes, the reason. */
    public Optional<Denial> denial(@Nullable Message reason) {
        return denial != null
                ? Optional.of(denial)
                : Optional.ofNullable(reason).map(Denial::of);
    }
}
