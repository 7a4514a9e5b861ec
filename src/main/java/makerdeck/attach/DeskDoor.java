package makerdeck.attach;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.process.Threads;
import makerdeck.snapshot.DeskEvent;
import makerdeck.snapshot.DeskNews;
import makerdeck.words.Language;
import makerdeck.words.Speech;
import org.tinylog.Logger;

/** Where a running desk lets others in. Each caller has threads of his own, so that none waits for another. */
public final class DeskDoor implements AutoCloseable {

    private static final int MOST_CALLERS = 16;
    /** Each is painted by this process, and has a history of its own in its memory. */
    private static final int MOST_SCREENS = 8;

    private static final long LOOKS_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** A screen leaves within milliseconds, but on a machine that has no time. */
    private static final long GOODBYE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final DeskSocket socket;
    private final OpenDesk desk;
    private final Clock clock;
    private final LongSupplier nanos;
    private final AtomicLong askers = new AtomicLong();
    private final Set<Caller> callers = ConcurrentHashMap.newKeySet();
    private final Map<Long, Conversation> conversations = new ConcurrentHashMap<>();
    private final Map<Long, AttachedScreen> screens = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private DeskDoor(DeskSocket socket, OpenDesk desk, Clock clock, LongSupplier nanos) {
        this.socket = socket;
        this.desk = desk;
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * Opens it and lets in who calls.
     *
     * @param folder of the sockets of all desks of this user
     * @param name of this one
     * @param nanos a time that never steps
     * @throws IOException saying why there can be no socket
     */
    public static DeskDoor open(Path folder, String name, OpenDesk desk, Clock clock, LongSupplier nanos)
            throws IOException {
        var door = new DeskDoor(DeskSocket.open(folder, name), desk, clock, nanos);
        Threads.start("door", door::serve);
        Threads.start("door-watch", door::watch);
        return door;
    }

    /** By which name other programs reach the desk. */
    public String name() {
        return socket.name();
    }

    /** Hands an answer to who asked. The engine's thread; never blocks. */
    public void hear(DeskEvent event) {
        if (event.news() instanceof DeskNews.CommandAnswered answer) {
            var asking = conversations.get(answer.asker());
            if (asking != null) {
                asking.hear(event);
            }
        } else if (event.news() instanceof DeskNews.Noted noted && noted.asker() > 0) {
            var asking = conversations.get(noted.asker());
            if (asking != null) {
                asking.note(event);
            }
        }
    }

    private void serve() {
        while (closed.getCount() > 0) {
            try {
                var caller = new Caller(socket.accept(), nanos);
                callers.add(caller);
                Threads.start("caller", () -> receive(caller));
            } catch (ClosedChannelException over) {
                return;
            } catch (IOException failed) {
                // Out of files, most likely: it may pass.
                Logger.warn("nobody can call: {}", failed.getMessage());
                LockSupport.parkNanos(this, LOOKS_EVERY_NANOS);
            }
        }
    }

    private void watch() {
        try {
            while (!closed.await(LOOKS_EVERY_NANOS, TimeUnit.NANOSECONDS)) {
                dropOverdue();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many are in. */
    int callers() {
        return callers.size();
    }

    void dropOverdue() {
        for (var caller : callers) {
            if (caller.isOverdue()) {
                Logger.warn("a caller took nothing for {} s: dropped", caller.patience());
                hangUp(caller);
            }
        }
    }

    private void receive(Caller caller) {
        try (caller) {
            letIn(caller);
        } catch (IOException gone) {
            Logger.debug("a caller is gone: {}", gone.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            callers.remove(caller);
        }
    }

    private void letIn(Caller caller) throws IOException, InterruptedException {
        var speech = new Speech(Language.ENGLISH);
        try {
            var greeting = caller.greeting();
            speech = new Speech(Language.of(greeting.value(Greeting.LANGUAGE)).orElse(Language.ENGLISH));
            if (callers.size() > MOST_CALLERS) {
                throw new MistakeException(Message.of("attach.door.full", MOST_CALLERS));
            }
            talk(caller, greeting, speech);
        } catch (MistakeException refused) {
            caller.refuse(speech.say(refused));
        }
    }

    private void talk(Caller caller, Greeting greeting, Speech speech) throws IOException, InterruptedException {
        long asker = askers.incrementAndGet();
        switch (greeting.what()) {
            case Greeting.COMMANDS -> converse(caller, asker, speech);
            case Greeting.SCREEN -> show(caller, greeting, asker, speech);
            default -> throw new MistakeException(Message.of("attach.greeting.stranger"));
        }
    }

    private void show(Caller caller, Greeting greeting, long asker, Speech speech) throws IOException {
        var screen = new AttachedScreen(caller, greeting, desk, asker, speech, clock, nanos);
        screens.put(asker, screen);
        try {
            if (screens.size() > MOST_SCREENS) {
                throw new MistakeException(Message.of("attach.door.screens", MOST_SCREENS));
            }
            caller.welcome();
            screen.show();
        } finally {
            screens.remove(asker);
        }
    }

    private void converse(Caller caller, long asker, Speech speech) throws IOException, InterruptedException {
        var conversation = new Conversation(caller, desk, asker, speech, clock);
        conversations.put(asker, conversation);
        try {
            caller.welcome();
            conversation.hold();
        } finally {
            conversations.remove(asker);
        }
    }

    /** Those who are in hear the last answers; nobody is waited for longer than a moment. */
    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
        } catch (IOException stays) {
            Logger.warn("the socket file stays: {}", stays.getMessage());
        }
        conversations.values().forEach(Conversation::end);
        screens.values().forEach(AttachedScreen::end);
        long until = nanos.getAsLong() + GOODBYE_NANOS;
        callers.forEach(caller -> caller.awaitEnd(until - nanos.getAsLong()));
        callers.forEach(DeskDoor::hangUp);
    }

    private static void hangUp(Caller caller) {
        try {
            caller.close();
        } catch (IOException gone) {
            Logger.debug("a caller was gone: {}", gone.getMessage());
        }
    }
}
