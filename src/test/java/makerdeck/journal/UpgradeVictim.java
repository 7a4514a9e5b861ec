package makerdeck.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that brings a journal to this version as far as the given step, says so, and waits to be killed. */
final class UpgradeVictim {

    private UpgradeVictim() {}

    /** {@code arguments}: the journal, and after how many steps to wait; none for the whole way. */
    public static void main(String[] arguments) throws SQLException, IOException {
        var left = new AtomicInteger(Integer.parseInt(arguments[1]));
        Database.open(Path.of(arguments[0]), Instant.now(), step -> {
                    if (left.decrementAndGet() == 0) {
                        System.out.println("midway");
                        waitForTheEnd();
                    }
                })
                .close();
    }

    private static void waitForTheEnd() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }
}
