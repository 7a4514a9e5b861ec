package makerdeck.backpack.server.session;

import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.util.HashSet;
import makerdeck.backpack.server.base.Bounds;
import makerdeck.backpack.server.base.RefusedCallException;
import makerdeck.backpack.server.http.Authenticator;
import makerdeck.backpack.server.http.VerifiedCaller;
import makerdeck.backpack.server.stream.Subscriber;
import makerdeck.backpack.wire.ClientFrame;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.Frame;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.signing.SigningString;

/** Takes sockets and their frames on the IO thread; what they hear is the session's to say. */
public final class SessionStreams implements WebSocketConnectionCallback {

    private static final Frame.Problem PARSE_ERROR = new Frame.Problem(4002, "Parse error");
    private static final Frame.Problem INVALID_SIGNATURE = new Frame.Problem(4003, "Invalid signature");

    private final SessionPlay play;
    private final SessionLoop loop;
    private final Authenticator authenticator;
    private final Codec codec = new Codec();

    public SessionStreams(SessionPlay play, SessionLoop loop, Authenticator authenticator) {
        this.play = play;
        this.loop = loop;
        this.authenticator = authenticator;
    }

    /** One client's socket, as the session speaks to it. */
    private record Peer(Subscriber subscriber) implements CapturedSockets.Peer {

        @Override
        public void send(String frame) {
            subscriber.send(frame);
        }

        @Override
        public void end(int code) {
            if (code == 0) {
                subscriber.drop();
            } else {
                subscriber.close(() -> {});
            }
        }
    }

    @Override
    public void onConnect(WebSocketHttpExchange http, WebSocketChannel channel) {
        var peer = new Peer(new Subscriber(channel));
        channel.addCloseTask(closed -> loop.submit(() -> play.left(peer)));
        channel.getReceiveSetter().set(new Ear(peer));
        channel.resumeReceives();
    }

    private final class Ear extends AbstractReceiveListener {

        private final Peer peer;

        Ear(Peer peer) {
            this.peer = peer;
        }

        @Override
        protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
            try {
                hear(peer, codec.decode(ClientFrame.class, message.getData()));
            } catch (MalformedMessageException odd) {
                complain(peer, PARSE_ERROR);
            }
        }

        @Override
        protected long getMaxTextBufferSize() {
            return Bounds.LONGEST_MESSAGE;
        }
    }

    private void complain(Peer peer, Frame.Problem problem) {
        peer.send(codec.encodeAnswer(new Frame.Error(null, problem)));
    }

    private void hear(Peer peer, ClientFrame frame) {
        var params = frame.params();
        if (params == null || !("SUBSCRIBE".equals(frame.method()) || "UNSUBSCRIBE".equals(frame.method()))) {
            complain(peer, PARSE_ERROR);
        } else if ("UNSUBSCRIBE".equals(frame.method())) {
            var streams = new HashSet<>(params);
            loop.submit(() -> play.unsubscribed(peer, streams));
        } else if (params.stream().anyMatch(each -> each.startsWith("account.")) && !isSigned(frame)) {
            complain(peer, INVALID_SIGNATURE);
        } else {
            var streams = new HashSet<>(params);
            loop.submit(() -> play.subscribed(peer, streams));
        }
    }

    private boolean isSigned(ClientFrame frame) {
        var signature = frame.signature();
        if (signature == null || signature.size() != 4) {
            return false;
        }
        try {
            authenticator.check(
                    new VerifiedCaller(signature.get(0), signature.get(1), signature.get(2), signature.get(3)),
                    SigningString::ofSubscription);
            return true;
        } catch (RefusedCallException refused) {
            return false;
        }
    }
}
