package makerdeck;

import makerdeck.engine.input.Inbox;
import org.tinylog.Logger;

/**
 * Hears of every thread of this process that dies of what nobody caught, whoever made it, and tells the desk: none dies
 * unseen. Any thread; never blocks.
 */
final class Deaths implements Thread.UncaughtExceptionHandler {

    private final Inbox inbox;

    Deaths(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable why) {
        // First told: to log takes memory, which may be what it died of.
        inbox.offerDeath(thread.getName(), why);
        Logger.error(why, "thread {} died", thread.getName());
    }
}
