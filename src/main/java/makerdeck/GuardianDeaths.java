package makerdeck;

import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.tinylog.Logger;

/**
 * Hears of every thread of a guardian that dies of what nobody caught. While its desk lives the process ends: the desk
 * tells of it and starts another. Once it is all that is left it goes on with what it has. Any thread.
 */
final class GuardianDeaths implements Thread.UncaughtExceptionHandler {

    private final BooleanSupplier isAlone;
    private final IntConsumer exit;

    /** @param isAlone whether the desk is gone and its orders are being cancelled */
    GuardianDeaths(BooleanSupplier isAlone, IntConsumer exit) {
        this.isAlone = isAlone;
        this.exit = exit;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable why) {
        try {
            Logger.error(why, "thread {} died", thread.getName());
        } finally {
            if (!isAlone.getAsBoolean()) {
                exit.accept(ExitCode.BROKEN);
            }
        }
    }
}
