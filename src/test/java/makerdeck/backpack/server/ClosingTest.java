package makerdeck.backpack.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Leaving while there is much to say. */
@Isolated
class ClosingTest {

    private static final int ROUNDS = 20;
    private static final int SOCKETS = 6;
    private static final int LINES = 30;

    private final Complaints complaints = new Complaints();
    private final Logger libraries = Logger.getLogger("");

    @BeforeEach
    void listen() {
        libraries.addHandler(complaints);
    }

    @AfterEach
    void listenNoMore() {
        libraries.removeHandler(complaints);
    }

    /** What the server's library finds wrong. */
    private static final class Complaints extends Handler {

        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord told) {
            if (told.getLevel().intValue() >= Level.WARNING.intValue()) {
                heard.add(told.getLoggerName() + ": " + told.getMessage() + " " + told.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void aVenueThatClosesInTheMiddleOfItsTalkLeavesNothingUndone() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            var sockets = new ArrayList<TestSocket>();
            try (var server = ServedVenue.busy()) {
                for (int i = 0; i < SOCKETS; i++) {
                    sockets.add(new TestSocket(server));
                    sockets.get(i).subscribe("depth.SOL_USDC", "bookTicker.SOL_USDC", "trade.SOL_USDC");
                }
                for (int line = 0; line < LINES; line++) {
                    sockets.forEach(socket -> socket.subscribe("no.such.stream"));
                }
            }
            sockets.forEach(TestSocket::close);
        }

        assertEquals(List.of(), complaints.heard);
    }
}
