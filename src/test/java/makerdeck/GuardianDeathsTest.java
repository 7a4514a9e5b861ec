package makerdeck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import makerdeck.faults.FaultRow;
import makerdeck.process.Threads;
import org.junit.jupiter.api.Test;

class GuardianDeathsTest {

    private final List<Integer> exits = new CopyOnWriteArrayList<>();

    private void die(boolean isAlone) throws InterruptedException {
        var doomed = Threads.daemons("doomed").newThread(() -> {
            throw new StackOverflowError("deep");
        });
        doomed.setUncaughtExceptionHandler(new GuardianDeaths(() -> isAlone, exits::add));
        doomed.start();
        doomed.join();
    }

    @Test
    @FaultRow("61")
    void aGuardianOfWhichAThreadDiesEndsSoThatItsDeskStartsAnother() throws InterruptedException {
        die(false);

        assertEquals(List.of(ExitCode.BROKEN), exits);
    }

    @Test
    @FaultRow("61")
    void aGuardianThatIsAllThatIsLeftGoesOnWithWhatItHas() throws InterruptedException {
        die(true);

        assertEquals(List.of(), exits);
    }
}
