package makerdeck.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ThreadsTest {

    private final CountDownLatch end = new CountDownLatch(1);

    private Thread start(String name) {
        return Threads.start(name, () -> {
            try {
                end.await();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void end(List<Thread> threads) throws InterruptedException {
        end.countDown();
        for (var thread : threads) {
            thread.join();
        }
    }

    @Test
    void twoThatLiveNeverBearTheSameName() throws InterruptedException {
        var threads =
                List.of(start("pair"), start("pair"), Threads.daemons("pair").newThread(() -> {}));

        assertEquals(
                List.of("pair", "pair-2", "pair-3"),
                threads.stream().map(Thread::getName).toList());
        threads.get(2).start();
        end(threads);
        assertEquals("pair", Threads.daemons("pair").newThread(() -> {}).getName());
    }

    @Test
    void whatLinuxShowsOfThemTellsThemApart() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int number = 0; number < 12; number++) {
            threads.add(start("notify-of-the-sink-" + number));
        }

        var shown = threads.stream()
                .map(thread -> thread.getName()
                        .substring(0, Math.min(15, thread.getName().length())))
                .distinct()
                .toList();
        assertEquals(12, shown.size());
        assertEquals("notify-of-the-sink-0", threads.get(0).getName());
        assertEquals("notify-of-th-12", threads.get(11).getName());
        end(threads);
    }

    @Test
    void noneKeepsTheProcessAlive() {
        assertTrue(Threads.daemons("quiet").newThread(() -> {}).isDaemon());
    }
}
