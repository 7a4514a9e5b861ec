package makerdeck.engine.lifecycle;

import makerdeck.engine.input.Input;
import makerdeck.engine.market.ConnectionState;
import makerdeck.engine.orders.ClientIdAllocator;
import makerdeck.message.Message;
import makerdeck.snapshot.GuardianState;

/**
 * A guardian of another machine that is not heard may be dead, or may not hear us and cancel: the desk cannot tell, so it
 * takes its orders back itself and leaves it to the operator whether to go on without. Engine thread only.
 */
public final class GuardianWatch {

    private final ClientIdAllocator ids;
    private final ConnectionState connection;
    private final SessionState session;
    private final Shutdown shutdown;
    private final HaltSwitch haltSwitch;

    public GuardianWatch(
            ClientIdAllocator ids,
            ConnectionState connection,
            SessionState session,
            Shutdown shutdown,
            HaltSwitch haltSwitch) {
        this.ids = ids;
        this.connection = connection;
        this.session = session;
        this.shutdown = shutdown;
        this.haltSwitch = haltSwitch;
    }

    public void on(Input.GuardedFrom input) {
        connection.guardian(input.address(), input.guardian());
        if (input.guardian() == GuardianState.LOST
                && session.isReady()
                && !ids.isWatching()
                && !shutdown.isStopping()) {
            halt(Message.of("engine.halt.guardian", input.address()));
        }
    }

    /** A quote of ours was cancelled, and not by us: one that we cannot hear may be at it, and would go on with the next. */
    public void cancelledByOthers() {
        if (!session.isReady() || session.isHalted()) {
            return;
        }
        connection.guardiansElsewhere().forEach((address, state) -> {
            if (state == GuardianState.LOST) {
                halt(Message.of("engine.halt.guardian-cancels", address));
            }
        });
    }

    private void halt(Message why) {
        haltSwitch.halt(HaltSwitch.Cause.GUARDIAN, why);
    }
}
