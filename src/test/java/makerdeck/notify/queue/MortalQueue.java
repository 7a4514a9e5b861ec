package makerdeck.notify.queue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import makerdeck.notify.Notes;
import makerdeck.snapshot.Severity;

/** A process that leaves notes behind: it adds four, sends one, says so and waits to be killed. */
final class MortalQueue {

    private MortalQueue() {}

    public static void main(String[] arguments) throws InterruptedException {
        var queue = new NoteQueue(
                Path.of(arguments[0]), Set.of("ntfy"), 100, Clock.systemUTC().instant());
        var sent = Notes.alert("sent", Severity.WARN);
        queue.add(Set.of("ntfy"), sent);
        queue.done("ntfy", queue.next("ntfy", note -> note.id().equals("sent")).orElseThrow(), 0);
        for (int i = 0; i < 3; i++) {
            queue.add(Set.of("ntfy"), Notes.alert(arguments[1] + "-" + i, Severity.WARN));
        }
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
