package makerdeck.simulator.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventQueueTest {

    private final EventQueue queue = new EventQueue(0);
    private final List<String> done = new ArrayList<>();

    private void runUntil(long nanos) {
        queue.runUntil(nanos, () -> {}, () -> done.contains("news"));
    }

    @Test
    void timeStandsStillAfterTheMomentThatIsEnough() {
        queue.at(5, () -> done.add("first"));
        queue.at(10, () -> done.add("news"));
        queue.at(10, () -> done.add("same moment"));
        queue.at(11, () -> done.add("later"));

        runUntil(20);

        assertEquals(List.of("first", "news", "same moment"), done);
        assertEquals(10, queue.now());

        done.clear();
        runUntil(20);

        assertEquals(List.of("later"), done);
        assertEquals(20, queue.now());
    }

    @Test
    void whatIsEnoughAtTheStartGoesNoFurther() {
        done.add("news");
        queue.at(5, () -> done.add("first"));

        runUntil(20);

        assertEquals(List.of("news"), done);
        assertEquals(0, queue.now());
    }
}
