package makerdeck.notify;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import makerdeck.message.Message;
import makerdeck.notify.model.Note;
import makerdeck.notify.model.SinkPlan;
import makerdeck.notify.queue.NoteQueue;
import makerdeck.process.FileErrors;
import makerdeck.process.Threads;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.Severity;
import makerdeck.words.Speech;
import org.tinylog.Logger;

/**
 * Tells people what happens on a desk. {@link #accept} never blocks; a thread of its own makes notes of events and keeps
 * them, and each sink has a thread of its own, so that none waits for another.
 */
public final class Notifier implements Telling {

    private static final int MOST_EVENTS = 10_000;
    private static final int MOST_NOTES = 500;
    private static final Duration GOODBYE = Duration.ofSeconds(3);
    private static final Duration AFTER_A_DEFECT = Duration.ofSeconds(10);

    private final LinkedBlockingQueue<DeskEvent> events = new LinkedBlockingQueue<>(MOST_EVENTS);
    private final AtomicLong lost = new AtomicLong();
    private final NoteMaker maker;
    private final NoteQueue queue;
    private final SinkTools tools;
    private final Map<String, SinkPlan> plans = new LinkedHashMap<>();
    private final BiConsumer<Severity, Message> trouble;
    private final List<Thread> threads = new ArrayList<>();

    // Written by the notifying thread, read by any.
    private volatile boolean idle = true;

    // Written by whoever closes.
    private volatile boolean closing;

    /**
     * Whose news they are, and how they are said.
     *
     * @param trouble hears what goes wrong with telling; must not block
     */
    public record Surroundings(
            String symbol,
            String venue,
            String mode,
            Speech speech,
            Clock clock,
            BiConsumer<Severity, Message> trouble) {}

    private Notifier(NotifyPlan plan, Path folder, SinkTools tools, Surroundings around) {
        this.tools = tools;
        trouble = around.trouble();
        maker = new NoteMaker(
                new NoteMaker.Desk(around.symbol(), around.venue(), around.mode()), around.speech(), plan.repeat());
        plan.sinks().forEach(named -> plans.put(named.name(), named.plan()));
        queue = new NoteQueue(folder, plans.keySet(), MOST_NOTES, around.clock().instant());
        queue.trouble().ifPresent(this::untold);
        for (var named : plan.sinks()) {
            var courier = new Courier(
                    named.name(),
                    named.sink().apply(tools),
                    named.plan(),
                    queue,
                    around.clock(),
                    around.speech(),
                    trouble);
            threads.add(Threads.start("notify-" + named.name(), () -> deliver(courier)));
        }
        threads.add(Threads.start("notify", this::makeNotes));
    }

    /** @param folder where what waits is kept */
    public static Telling start(NotifyPlan plan, Path folder, SinkTools tools, Surroundings around) {
        return plan.sinks().isEmpty() ? NONE : new Notifier(plan, folder, tools, around);
    }

    private void untold(Exception failure) {
        trouble.accept(Severity.WARN, Message.of("notify.not-kept", FileErrors.of(failure)));
    }

    /** Any thread; never blocks. */
    @Override
    public void accept(DeskEvent event) {
        if (NoteMaker.concerns(event) && !events.offer(event)) {
            lost.incrementAndGet();
        }
    }

    private void makeNotes() {
        var kept = queue.trouble().isEmpty();
        try {
            while (true) {
                idle = events.isEmpty();
                var event = events.poll(100, TimeUnit.MILLISECONDS);
                if (event != null) {
                    idle = false;
                    make(event);
                }
                if (kept && queue.trouble().isPresent()) {
                    kept = false;
                    queue.trouble().ifPresent(this::untold);
                }
                var missed = lost.getAndSet(0);
                if (missed > 0) {
                    trouble.accept(Severity.WARN, Message.of("notify.events-lost", missed));
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void make(DeskEvent event) {
        try {
            maker.of(event).ifPresent(this::add);
        } catch (RuntimeException broken) {
            broken(broken);
        }
    }

    private void add(Note note) {
        var wanting = plans.entrySet().stream()
                .filter(sink -> sink.getValue().wants(note))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        queue.add(wanting, note);
    }

    private void deliver(Courier courier) {
        try {
            while (!closing) {
                var seen = queue.last();
                queue.await(seen, turn(courier));
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration turn(Courier courier) throws InterruptedException {
        try {
            return courier.turn();
        } catch (RuntimeException broken) {
            broken(broken);
            return AFTER_A_DEFECT;
        }
    }

    /** A desk trades on without telling; its operator has to know. */
    private void broken(RuntimeException why) {
        Logger.error(why, "telling failed");
        trouble.accept(Severity.WARN, Message.of("notify.broken", why.getClass().getSimpleName()));
    }

    /** Waits a moment for what can still be delivered; the rest stays for the next desk. */
    @Override
    public void close() {
        try {
            var patience = GOODBYE.toMillis();
            while (patience > 0 && !(events.isEmpty() && idle && isAllDelivered())) {
                TimeUnit.MILLISECONDS.sleep(20);
                patience -= 20;
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        closing = true;
        tools.web().close();
        threads.forEach(Thread::interrupt);
        queue.close();
    }

    private boolean isAllDelivered() {
        return plans.keySet().stream().allMatch(sink -> queue.size(sink) == 0);
    }
}
