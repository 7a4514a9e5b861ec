package makerdeck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

class ServingLifeTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ServingLife life =
            new ServingLife(Spoken.ENGLISH, new PrintStream(said, true, StandardCharsets.UTF_8), "program.record.died");

    @Test
    void whatCannotBeClosedKeepsNoSignalWaitingForEver() {
        var closed = new CountDownLatch(1);
        life.end(ExitCode.OK);

        assertThrows(
                IllegalStateException.class,
                () -> life.serve(
                        () -> {
                            throw new IllegalStateException("cannot be closed");
                        },
                        closed));

        assertEquals(0, closed.getCount());
    }

    @Test
    void aRecordingOfWhichAThreadDiesEndsWithACodeAndSaysWhy() {
        life.uncaughtException(new Thread("recorder"), new StackOverflowError("deep"));
        life.end(ExitCode.OK);

        assertEquals(ExitCode.BROKEN, life.await());
        assertEquals(
                "makerdeck: thread recorder died: java.lang.StackOverflowError: deep; the recording ends, see the log\n",
                said.toString(StandardCharsets.UTF_8));
    }
}
