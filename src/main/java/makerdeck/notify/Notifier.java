package makerdeck.notify;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;
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

    private final UntoldEvents events = new UntoldEvents(MOST_EVENTS);
    private final AtomicLong lost = new AtomicLong();
    private final NoteMaker maker;
    private final NoteQueue queue;
    private final SinkTools tools;
    private final Clock clock;
    private final DeskHand desk;
    private final @Nullable DailySummary summary;
    private final Map<String, SinkPlan> plans = new LinkedHashMap<>();
    private final BiConsumer<Severity, Message> trouble;
    private final List<Thread> threads = new ArrayList<>();

    // Written by whoever closes.
    private volatile boolean closing;

    /**
     * Whose news they are, and how they are said.
     *
     * @param desk as it is now, and what takes its commands
     * @param trouble hears what goes wrong with telling; must not block
     */
    public record Surroundings(
            String symbol,
            String venue,
            String mode,
            Speech speech,
            Clock clock,
            DeskHand desk,
            BiConsumer<Severity, Message> trouble) {}

    private Notifier(NotifyPlan plan, Path folder, SinkTools tools, Surroundings around) {
        this.tools = tools;
        clock = around.clock();
        desk = around.desk();
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
        summary = plan.summary() == null
                ? null
                : new DailySummary(
                        plan.summary(),
                        plan.zone(),
                        maker,
                        around.speech(),
                        around.clock().instant());
        threads.add(Threads.start("notify", this::makeNotes));
        if (plan.heartbeat() != null) {
            var heart = plan.heartbeat().apply(tools.web());
            threads.add(Threads.start("notify-heartbeat", () -> beat(heart)));
        }
        if (plan.commanders() != null) {
            var commanders = plan.commanders();
            var telegram = new TelegramDesk(
                    commanders.bot().apply(tools.web()),
                    commanders.chats(),
                    around.desk(),
                    around.speech(),
                    around.clock(),
                    trouble);
            threads.add(Threads.start("notify-commands", () -> obey(telegram)));
        }
    }

    /** @param folder where what waits is kept */
    public static Telling start(NotifyPlan plan, Path folder, SinkTools tools, Surroundings around) {
        return plan.isNothing() ? NONE : new Notifier(plan, folder, tools, around);
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
                make(events.poll(100));
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

    private void make(@Nullable DeskEvent event) {
        try {
            if (event != null) {
                tell(event);
            }
            if (summary != null) {
                summary.due(desk.snapshots().get(), clock.instant()).ifPresent(this::add);
            }
        } catch (RuntimeException broken) {
            broken(broken);
        }
    }

    private void tell(DeskEvent event) {
        try {
            maker.of(event).ifPresent(this::add);
        } finally {
            events.told();
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

    private void beat(LifeSign heart) {
        try {
            while (!closing) {
                beatOnce(heart);
                TimeUnit.MILLISECONDS.sleep(LifeSign.EVERY.toMillis());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void beatOnce(LifeSign heart) {
        try {
            heart.beat(desk.snapshots().get());
        } catch (RuntimeException broken) {
            broken(broken);
        }
    }

    private void obey(TelegramDesk telegram) {
        try {
            while (!closing) {
                TimeUnit.MILLISECONDS.sleep(listen(telegram).toMillis());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration listen(TelegramDesk telegram) throws InterruptedException {
        try {
            return telegram.turn();
        } catch (RuntimeException broken) {
            broken(broken);
            return AFTER_A_DEFECT;
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
            while (patience > 0 && !(events.isEmpty() && isAllDelivered())) {
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
