package makerdeck.backpack.server.session;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makerdeck.backpack.wire.ClientFrame;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.session.SessionEntry;
import makerdeck.backpack.wire.session.WireEvent;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of the session, by what was subscribed to on them, and who hears them now. Who subscribes to the same
 * streams as a socket of the session hears that one, from its first frame, and then the next of its kind; who subscribes
 * to others hears each stream from the first socket that had it. Session thread only.
 */
final class CapturedSockets {

    /** Frames that wait for somebody to subscribe. */
    private static final int MOST_WAITING = 50_000;

    /** Our end of a socket. */
    interface Peer {
        void send(String frame);

        /** The venue takes leave, or just breaks off. @param code of the Close frame, 0 for none */
        void end(int code);
    }

    /** Sockets with one subscription. */
    private static final class Kind {
        private final Set<String> streams;
        private final List<Integer> sockets = new ArrayList<>();
        private final Set<Peer> peers = new LinkedHashSet<>();
        private final Deque<String> waiting = new ArrayDeque<>();

        Kind(Set<String> streams) {
            this.streams = streams;
        }
    }

    private final Map<Set<String>, Kind> kinds = new LinkedHashMap<>();
    private final Map<Integer, Kind> bySocket = new HashMap<>();
    private final Map<Peer, Set<String>> others = new LinkedHashMap<>();

    private long startNanos;
    private Instant startAt = Instant.EPOCH;

    CapturedSockets(Iterator<SessionEntry> session) {
        var codec = new Codec();
        while (session.hasNext()) {
            var entry = session.next();
            if (kinds.isEmpty()) {
                startNanos = entry.nanos();
                startAt = entry.at();
            }
            if (entry.event() instanceof WireEvent.Told told && !bySocket.containsKey(told.socket())) {
                var streams = streams(codec, told.frame());
                if (!streams.isEmpty()) {
                    var kind = kinds.computeIfAbsent(streams, Kind::new);
                    kind.sockets.add(told.socket());
                    bySocket.put(told.socket(), kind);
                }
            }
        }
    }

    /** When the captured desk first subscribed; the end of a session in which it never did. */
    long startNanos() {
        return startNanos;
    }

    /** The same by its wall clock. */
    Instant startAt() {
        return startAt;
    }

    /** What a client's frame subscribes to; empty for another frame. */
    static Set<String> streams(Codec codec, String frame) {
        try {
            var told = codec.decode(ClientFrame.class, frame);
            return "SUBSCRIBE".equals(told.method()) && told.params() != null ? new HashSet<>(told.params()) : Set.of();
        } catch (MalformedMessageException odd) {
            return Set.of();
        }
    }

    void subscribed(Peer peer, Set<String> streams) {
        var kind = kinds.get(streams);
        if (kind == null) {
            others.computeIfAbsent(peer, any -> new HashSet<>()).addAll(streams);
            return;
        }
        kind.peers.add(peer);
        for (var frame = kind.waiting.poll(); frame != null; frame = kind.waiting.poll()) {
            peer.send(frame);
        }
    }

    void unsubscribed(Peer peer, Set<String> streams) {
        var left = new HashSet<>(others.getOrDefault(peer, Set.of()));
        kinds.values().stream().filter(kind -> kind.peers.contains(peer)).forEach(kind -> left.addAll(kind.streams));
        left.removeAll(streams);
        left(peer);
        if (!left.isEmpty()) {
            others.put(peer, left);
        }
    }

    void left(Peer peer) {
        kinds.values().forEach(kind -> kind.peers.remove(peer));
        others.remove(peer);
    }

    /** Which of the streams no socket of the session had. */
    Set<String> strange(Set<String> streams) {
        var strange = new HashSet<>(streams);
        kinds.keySet().forEach(strange::removeAll);
        return strange;
    }

    /** What a socket of the session said, in the words of now. */
    void heard(int socket, @Nullable String stream, String frame) {
        var kind = bySocket.get(socket);
        if (kind == null) {
            return;
        }
        if (kind.peers.isEmpty()) {
            kind.waiting.add(frame);
            if (kind.waiting.size() > MOST_WAITING) {
                kind.waiting.remove();
            }
        }
        kind.peers.forEach(peer -> peer.send(frame));
        if (stream != null && first(stream) == kind) {
            others.forEach((peer, streams) -> {
                if (streams.contains(stream)) {
                    peer.send(frame);
                }
            });
        }
    }

    private @Nullable Kind first(String stream) {
        return kinds.values().stream()
                .filter(kind -> kind.streams.contains(stream))
                .findFirst()
                .orElse(null);
    }

    /** A socket of the session ended: so does ours, if another one of its kind followed. */
    void ended(int socket, int code) {
        var kind = bySocket.get(socket);
        if (kind == null || kind.sockets.get(kind.sockets.size() - 1) == socket) {
            return;
        }
        kind.waiting.clear();
        var peers = List.copyOf(kind.peers);
        kind.peers.clear();
        peers.forEach(peer -> peer.end(code));
    }
}
