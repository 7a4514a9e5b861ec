package makerdeck.simulator.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the queue of the JDK. */
class DueTasksTest {

    private record Due(long atNanos, long sequence, Runnable task) {}

    private final DueTasks tasks = new DueTasks();
    private final PriorityQueue<Due> plain =
            new PriorityQueue<>(Comparator.comparingLong(Due::atNanos).thenComparingLong(Due::sequence));

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void comeOutAsTheyAreDue(long seed) {
        var random = new SplittableRandom(seed);
        int moments = random.nextInt(1, 400);
        int wanted = random.nextInt(1, 300);
        List<Integer> done = new ArrayList<>();
        for (int step = 0; step < 5_000; step++) {
            if (random.nextInt(2 * wanted) >= plain.size()) {
                int number = step;
                var due = new Due(random.nextInt(moments), step, () -> done.add(number));
                tasks.add(due.atNanos, due.task);
                plain.add(due);
            } else {
                assertSame(plain.remove().task, tasks.remove());
            }
            assertEquals(plain.isEmpty(), tasks.isEmpty());
            assertEquals(plain.isEmpty() ? Long.MAX_VALUE : plain.element().atNanos, tasks.firstNanos());
        }
    }

    @Test
    void noneComesOutOfNone() {
        assertThrows(IllegalStateException.class, tasks::remove);
    }
}
