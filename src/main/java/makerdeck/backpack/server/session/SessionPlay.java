package makerdeck.backpack.server.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.StreamData;
import makerdeck.backpack.wire.session.JsonTree;
import makerdeck.backpack.wire.session.SessionEntry;
import makerdeck.backpack.wire.session.WireEvent;
import org.jspecify.annotations.Nullable;

/** A session while it is played: what its sockets say, when, and where we are for whoever asks. One thread. */
public final class SessionPlay {

    /** Longer than a desk takes to decide. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Codec codec = new Codec();
    private final Iterator<SessionEntry> tape;
    private final SessionListener listener;
    private final SessionTime time;
    private final MovedTimes moved;
    private final Duration ahead;
    private final CapturedSockets sockets;
    private final CapturedOrders orders;
    private final CapturedAccount account;
    private final CapturedBook book = new CapturedBook();
    private final SessionCalls calls;
    private final Map<CapturedOrder, List<SessionEntry>> held = new LinkedHashMap<>();
    private final Map<Long, WireEvent.Asked> asked = new LinkedHashMap<>();

    private @Nullable SessionEntry next;
    private boolean over;
    private long frames;
    private long untold;
    private long strange;

    /**
     * @param session what was captured, from its beginning each time
     * @param speed how many times faster, infinite for no pauses
     */
    public SessionPlay(Supplier<Iterator<SessionEntry>> session, double speed, Clock clock, SessionListener listener) {
        this.listener = listener;
        tape = session.get();
        var answers = CapturedCalls.of(session.get());
        sockets = new CapturedSockets(session.get());
        time = new SessionTime(clock, speed, sockets.startNanos(), sockets.startAt());
        moved = new MovedTimes(time);
        ahead = ahead(answers, sockets);
        orders = new CapturedOrders(answers);
        account = new CapturedAccount(orders);
        calls = new SessionCalls(answers, orders, account, book, this::notInSession);
        next = tape.hasNext() ? tape.next() : null;
    }

    /** By how much the venue's clock was ahead of the desk's. */
    private static Duration ahead(CapturedCalls calls, CapturedSockets sockets) {
        for (var call : calls.all("GET", SessionCalls.TIME)) {
            var answer = call.answer();
            if (answer != null && answer.body().strip().matches("[0-9]{13}")) {
                var middle = call.askedAt() + (call.endedAt() - call.askedAt()) / 2;
                return Duration.between(
                        sockets.startAt().plusNanos(middle - sockets.startNanos()),
                        Instant.ofEpochMilli(Long.parseLong(answer.body().strip())));
            }
        }
        return Duration.ZERO;
    }

    /** By how much the venue's clock is ahead of ours. Any thread. */
    public Duration ahead() {
        return ahead;
    }

    public SessionListener.Tally tally() {
        return new SessionListener.Tally(frames, orders.size(), orders.placed(), untold, strange);
    }

    private void notInSession(String what) {
        strange++;
        listener.notInSession(what);
    }

    /** What a request is answered. @param at our time */
    Reply answer(String method, String path, String query, String body, Instant at) {
        time.start();
        pump();
        if (path.equals(SessionCalls.TIME)) {
            return Reply.text(Long.toString(at.plus(ahead).toEpochMilli()));
        }
        var reply = calls.answer(method, path, query, body, time.now());
        release();
        return new Reply(
                reply.status(),
                reply.headers(),
                moved.answer(path, reply.body()),
                time.lasting(reply.after().toNanos()));
    }

    /** A peer subscribes. */
    void subscribed(CapturedSockets.Peer peer, Set<String> streams) {
        sockets.strange(streams).forEach(stream -> notInSession("SUBSCRIBE " + stream));
        time.anchor();
        sockets.subscribed(peer, streams);
        pump();
    }

    /** A peer wants these no more. */
    void unsubscribed(CapturedSockets.Peer peer, Set<String> streams) {
        sockets.unsubscribed(peer, streams);
    }

    /** A peer has gone. */
    void left(CapturedSockets.Peer peer) {
        sockets.left(peer);
    }

    /** Tells what is due. */
    void pump() {
        for (var entry = next; entry != null && entry.nanos() <= time.now() && !waits(entry); entry = next) {
            next = tape.hasNext() ? tape.next() : null;
            play(entry);
        }
        release();
        if (next == null && !over) {
            over = true;
            listener.over(tally());
        }
    }

    /**
     * Where the captured desk placed or cancelled orders the session waits a moment until this one does: what followed
     * from them must not come before.
     */
    private boolean waits(SessionEntry entry) {
        if (!time.isWithoutPauses()
                && entry.event() instanceof WireEvent.Asked question
                && orders.awaits(question)
                && time.hold().compareTo(PATIENCE) < 0) {
            return true;
        }
        time.goOn();
        return false;
    }

    private void play(SessionEntry entry) {
        if (entry.event() instanceof WireEvent.Heard heard) {
            frames++;
            hear(entry, heard);
        } else if (entry.event() instanceof WireEvent.Disconnected gone) {
            sockets.ended(gone.socket(), gone.code());
        } else if (entry.event() instanceof WireEvent.Asked question) {
            asked.put(question.call(), question);
        } else if (entry.event() instanceof WireEvent.Answered answer) {
            var question = asked.remove(answer.call());
            if (question != null && answer.status() == 200) {
                answered(question, answer);
            }
        } else if (entry.event() instanceof WireEvent.Unanswered none) {
            asked.remove(none.call());
        }
    }

    private void answered(WireEvent.Asked question, WireEvent.Answered answer) {
        if (question.path().equals(SessionCalls.DEPTH) && SessionCalls.levels(question.query()) >= 100) {
            book.picture(answer.body());
        } else if (question.path().equals(SessionCalls.CAPITAL)) {
            account.balancesAnswered();
        }
    }

    private void hear(SessionEntry entry, WireEvent.Heard heard) {
        try {
            var frame = codec.decodeFrame(heard.frame());
            var stream = frame.stream();
            if (frame.data() instanceof StreamData.Depth depth && stream != null && !stream.contains("ms.")) {
                book.changed(depth);
            }
            if (stream == null || !stream.startsWith("account.")) {
                sockets.heard(heard.socket(), stream, moved.frame(heard.frame()));
                return;
            }
        } catch (MalformedMessageException odd) {
            sockets.heard(heard.socket(), null, heard.frame());
            return;
        }
        ofTheAccount(entry, heard);
    }

    private void ofTheAccount(SessionEntry entry, WireEvent.Heard heard) {
        var update = update(heard.frame());
        var order = orders.about(update, "i", "c").orElse(null);
        if (order == null || !update.containsKey("i")) {
            account.balance(update);
            tell(heard, heard.frame());
        } else if (order.isPlaced() && !held.containsKey(order)) {
            account.told(update);
            tell(heard, renamed(heard.frame(), order));
        } else {
            held.computeIfAbsent(order, any -> new ArrayList<>()).add(entry);
        }
    }

    private void tell(WireEvent.Heard heard, String frame) {
        sockets.heard(heard.socket(), String.valueOf(stream(frame)), moved.frame(frame));
    }

    private @Nullable String stream(String frame) {
        try {
            return codec.decodeFrame(frame).stream();
        } catch (MalformedMessageException odd) {
            return null;
        }
    }

    private static Map<String, @Nullable Object> update(String frame) {
        try {
            return JsonTree.members(JsonTree.members(JsonTree.read(frame)).get("data"));
        } catch (MalformedMessageException odd) {
            return Map.of();
        }
    }

    /** With the number by which the desk that replays knows the order. */
    private static String renamed(String frame, CapturedOrder order) {
        var clientId = order.clientId();
        return clientId == null ? frame : frame.replaceFirst("\"c\":[0-9]+", "\"c\":" + clientId.toPlainString());
    }

    /** What is told of an order waits until it has been placed, and is left out when it is not. */
    private void release() {
        long patience = time.now() - CapturedOrders.APART.toNanos();
        for (var order : List.copyOf(held.keySet())) {
            var waiting = held.getOrDefault(order, List.of());
            if (order.isPlaced()) {
                held.remove(order);
                waiting.forEach(entry -> ofTheAccount(entry, (WireEvent.Heard) entry.event()));
            } else if (waiting.get(0).nanos() < patience) {
                untold += waiting.size();
                held.remove(order);
            }
        }
    }
}
