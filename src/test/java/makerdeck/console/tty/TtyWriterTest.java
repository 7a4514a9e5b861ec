package makerdeck.console.tty;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TtyWriterTest {

    private final CountDownLatch reader = new CountDownLatch(1);
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private Thread thread = new Thread();

    @AfterEach
    void stop() {
        thread.interrupt();
    }

    @Test
    void writesInOrderAndThenIsIdle() throws IOException {
        var writer = start(taken);
        writer.write(bytes("a"));
        writer.write(bytes("b"));

        // Draining waits for a moment only, and on a busy machine the writer may not have had its turn.
        await().until(() -> {
            writer.drain();
            return writer.isIdle();
        });

        assertEquals("ab", taken.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aTerminalThatTakesNothingIsWaitedForOnlyAMoment() throws IOException {
        var writer = start(new OutputStream() {
            @Override
            public void write(int one) {
                try {
                    reader.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                taken.write(one);
            }
        });
        writer.write(bytes("x"));

        // Whoever drains goes on although nothing has been taken.
        var drained = CompletableFuture.runAsync(writer::drain);
        await().atMost(Duration.ofSeconds(60)).until(drained::isDone);
        drained.join();
        assertFalse(writer.isIdle());

        reader.countDown();
        await().atMost(Duration.ofSeconds(60)).until(writer::isIdle);
        assertEquals("x", taken.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatGivesTheTerminalBackIsWrittenAfterTheWritingHasDied() throws IOException {
        var deadly = new OutputStream() {
            private boolean isOver;

            @Override
            public void write(int one) {
                if (!isOver && one == '2') {
                    isOver = true;
                    throw new OutOfMemoryError("full");
                }
                taken.write(one);
            }
        };
        var writer = new TtyWriter(deadly);
        writer.write(bytes("1\033[2J"));
        writer.write(bytes("frame"));
        assertThrows(OutOfMemoryError.class, writer::run);

        writer.dropFrames();
        writer.write(bytes("\033[?1049l"));
        thread = new Thread(writer);
        thread.start();

        await().until(writer::isIdle);
        assertEquals("1\033[\u0018\033[?1049l", taken.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aTerminalThatIsGoneIsToldAtTheNextWrite() throws IOException {
        var writer = start(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Input/output error");
            }
        });
        writer.write(bytes("x"));

        // At the next one after it has had its turn.
        await().untilAsserted(() -> assertThrows(IOException.class, () -> writer.write(bytes("y"))));
    }

    private TtyWriter start(OutputStream terminal) {
        var writer = new TtyWriter(terminal);
        thread = new Thread(writer);
        thread.setDaemon(true);
        thread.start();
        return writer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
