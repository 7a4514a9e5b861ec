package makerdeck.backpack.client.stream;

import java.io.IOException;
import java.time.Duration;
import makerdeck.backpack.client.base.Backoff;
import makerdeck.backpack.client.http.Handshake;
import makerdeck.backpack.client.http.TransportErrors;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.Frame;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.session.WireEvent;
import makerdeck.message.Message;
import makerdeck.text.PlainText;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * One WebSocket that comes back by itself: subscribes on every connection and waits longer after
 * every one that did not last. When the venue says goodbye to one that did, the next one stands before the last is let
 * go. Client thread only; frames are decoded on OkHttp's thread.
 */
final class ReconnectingSocket {

    /** What the socket is for. */
    interface Owner {
        /** The frame that subscribes, signed afresh where it must be. */
        String subscription();

        void opened();

        void frame(Frame frame);

        /**
         * A frame that is none of ours to read.
         *
         * @param text as it came: nothing to show
         * @param why harmless to show
         */
        void unreadable(String text, String why);

        /** The venue has said goodbye, and the next connection is on its way: {@link #opened} or {@link #lost} follows. */
        void leaving(Message reason);

        /** No connection, or no longer one; the next attempt is already planned. */
        void lost(Message reason);
    }

    private static final int NORMAL = 1000;

    /** A connection that lasted this long was a good one. */
    static final Duration STABLE = Duration.ofSeconds(5);

    private final SocketFactory parts;
    private final Owner owner;
    private final Backoff backoff;
    private final Codec codec = new Codec();

    private @Nullable WebSocket socket;
    private @Nullable WebSocket leaving;
    private int generation;
    private boolean open;
    private long openedAt;
    private boolean flapping;

    ReconnectingSocket(SocketFactory parts, Owner owner) {
        this.parts = parts;
        this.owner = owner;
        this.backoff = parts.backoff();
    }

    void connect() {
        generation++;
        socket = parts.http().sockets().newWebSocket(parts.request(), new Ear(generation));
    }

    /** Drops the connection, if there is one, and plans the next. */
    void reconnect(Message reason) {
        if (open) {
            flapping = !hasLasted(STABLE);
            if (!flapping) {
                backoff.reset();
            }
        }
        open = false;
        int planned = ++generation;
        if (socket != null) {
            socket.cancel();
        }
        letGo();
        parts.thread().after(backoff.next(), () -> ifStill(planned, this::connect));
        owner.lost(reason);
    }

    /** Connects anew at once; what was true a moment ago stays believed until that has worked or failed. */
    private void move(Message reason) {
        open = false;
        backoff.reset();
        leaving = socket;
        owner.leaving(reason);
        connect();
    }

    private void letGo() {
        if (leaving != null) {
            leaving.close(NORMAL, null);
            leaving = null;
        }
    }

    boolean isOpen() {
        return open;
    }

    /** Whether the connection has stood long enough to be believed: longer if the one before broke at once. */
    boolean isSettled(Duration usually) {
        return open && hasLasted(flapping ? STABLE : usually);
    }

    private boolean hasLasted(Duration time) {
        return parts.nanos().getAsLong() - openedAt >= time.toNanos();
    }

    private void opened(WebSocket opened, int number) {
        open = true;
        openedAt = parts.nanos().getAsLong();
        var subscription = owner.subscription();
        parts.http().wire().accept(new WireEvent.Told(number, subscription));
        opened.send(subscription);
        letGo();
        owner.opened();
    }

    private void ifStill(int then, Runnable task) {
        if (then == generation) {
            task.run();
        }
    }

    /** Listens to one connection; what it hears after that was dropped goes nowhere. */
    private final class Ear extends WebSocketListener {

        private final int mine;
        private final int number = parts.http().nextSocket();

        Ear(int mine) {
            this.mine = mine;
        }

        @Override
        public void onOpen(WebSocket opened, Response response) {
            tell(new WireEvent.Connected(number));
            handOver(() -> opened(opened, number));
        }

        @Override
        public void onMessage(WebSocket from, String text) {
            tell(new WireEvent.Heard(number, text));
            try {
                var frame = codec.decodeFrame(text);
                handOver(() -> owner.frame(frame));
            } catch (MalformedMessageException e) {
                handOver(() -> owner.unreadable(text, String.valueOf(e.getMessage())));
            } catch (RuntimeException unforeseen) {
                Logger.error(unforeseen, "a frame cannot be read");
                handOver(() -> owner.unreadable(text, PlainText.line(unforeseen.toString())));
            } catch (Error fatal) {
                // With its thread the connection falls silent: the next one must not wait until that is noticed.
                handOver(() -> reconnect(Message.plain(PlainText.line(fatal.toString()))));
                throw fatal;
            }
        }

        @Override
        public void onClosing(WebSocket closing, int code, String reason) {
            tell(new WireEvent.Disconnected(number, code, reason));
            var words = Message.of("client.stream.closed", code);
            handOver(() -> {
                if (open && hasLasted(STABLE)) {
                    move(words);
                } else {
                    reconnect(words);
                }
            });
        }

        @Override
        public void onFailure(WebSocket failed, Throwable failure, @Nullable Response response) {
            tell(new WireEvent.Disconnected(
                    number, 0, response == null ? failure.toString() : "HTTP " + response.code()));
            var words = response != null
                    ? Handshake.words(codec, response)
                    : failure instanceof IOException e
                            ? TransportErrors.words(e)
                            : Message.plain(String.valueOf(failure.getMessage()));
            handOver(() -> reconnect(words));
        }

        private void tell(WireEvent said) {
            parts.http().wire().accept(said);
        }

        private void handOver(Runnable task) {
            parts.thread().run(() -> ifStill(mine, task));
        }
    }
}
