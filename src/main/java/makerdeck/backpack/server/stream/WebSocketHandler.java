package makerdeck.backpack.server.stream;

import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import makerdeck.backpack.server.base.Answer;
import makerdeck.backpack.server.base.Bounds;
import makerdeck.backpack.server.base.RateLimiter;
import makerdeck.backpack.server.base.RefusedCallException;
import makerdeck.backpack.server.base.Topic;
import makerdeck.backpack.server.base.VenueLoop;
import makerdeck.backpack.server.faults.FaultInjector;
import makerdeck.backpack.server.http.Authenticator;
import makerdeck.backpack.server.http.VerifiedCaller;
import makerdeck.backpack.wire.ClientFrame;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.Frame;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.signing.SigningString;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.AccountId;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Takes sockets and their frames on the IO thread; subscriptions change on the venue thread. */
public final class WebSocketHandler implements WebSocketConnectionCallback {

    private static final Frame.Problem PARSE_ERROR = new Frame.Problem(4002, "Parse error");
    private static final Frame.Problem INVALID_SIGNATURE = new Frame.Problem(4003, "Invalid signature");
    private static final Frame.Problem EXPIRED = new Frame.Problem(4003, "Request has expired");

    private final Authenticator authenticator;
    private final VenueLoop venue;
    private final Codec codec;
    private final String symbol;
    private final StreamRequests requests;
    private final Clock clock;
    private final FaultInjector faults;
    private final AtomicInteger open = new AtomicInteger();

    public WebSocketHandler(
            Authenticator authenticator,
            VenueLoop venue,
            Codec codec,
            String symbol,
            StreamRequests requests,
            Clock clock,
            FaultInjector faults) {
        this.authenticator = authenticator;
        this.venue = venue;
        this.codec = codec;
        this.symbol = symbol;
        this.requests = requests;
        this.clock = clock;
        this.faults = faults;
    }

    /** What is answered to who wants one socket too many; empty: there is room. */
    public Optional<Answer> refusal() {
        return open.get() >= Bounds.MOST_SOCKETS
                ? Optional.of(Answer.text(503, "too many sockets are open"))
                : Optional.empty();
    }

    @Override
    public void onConnect(WebSocketHttpExchange http, WebSocketChannel channel) {
        var subscriber = new Subscriber(channel);
        open.incrementAndGet();
        channel.addCloseTask(closed -> {
            open.decrementAndGet();
            venue.submit(() -> requests.left(subscriber));
        });
        channel.getReceiveSetter().set(new Ear(subscriber));
        venue.submit(() -> requests.joined(subscriber));
        channel.resumeReceives();
    }

    private final class Ear extends AbstractReceiveListener {

        private final RateLimiter limiter = new RateLimiter(clock);
        private final Subscriber subscriber;

        Ear(Subscriber subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
            try {
                limiter.count("", RateLimiter.Budget.FRAMES);
                hear(subscriber, message.getData());
            } catch (RefusedCallException tooMany) {
                Logger.warn("a socket that says too much was closed");
                subscriber.drop();
            } catch (RefusedFrameException refused) {
                complain(subscriber, refused.problem());
            }
        }

        @Override
        protected long getMaxTextBufferSize() {
            return Bounds.LONGEST_MESSAGE;
        }

        @Override
        protected long getMaxBinaryBufferSize() {
            return Bounds.LONGEST_MESSAGE;
        }

        @Override
        protected void onFullPongMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
            message.getData().close();
            subscriber.pong();
        }
    }

    private void complain(Subscriber subscriber, Frame.Problem problem) {
        subscriber.send(codec.encodeAnswer(new Frame.Error(null, problem)));
    }

    private void hear(Subscriber subscriber, String text) throws RefusedFrameException {
        var frame = decode(text);
        var params = frame.params();
        if (params == null
                || params.size() > Bounds.MOST_STREAMS
                || params.stream().anyMatch(Objects::isNull)
                || frame.method() == null) {
            throw new RefusedFrameException(PARSE_ERROR);
        }
        switch (frame.method()) {
            case "SUBSCRIBE" -> subscribe(subscriber, frame, params);
            case "UNSUBSCRIBE" -> {
                var streams = Set.copyOf(params);
                venue.submit(() -> requests.unsubscribe(subscriber, streams));
            }
            default -> throw new RefusedFrameException(PARSE_ERROR);
        }
    }

    private ClientFrame decode(String text) throws RefusedFrameException {
        try {
            return codec.decode(ClientFrame.class, text);
        } catch (MalformedMessageException e) {
            throw new RefusedFrameException(PARSE_ERROR);
        }
    }

    /** A wrong stream is complained about and the others are served; a wrong signature serves none. */
    private void subscribe(Subscriber subscriber, ClientFrame frame, List<String> params) throws RefusedFrameException {
        var names = new ArrayList<StreamName>();
        for (var param : params) {
            try {
                names.add(StreamName.parse(param));
            } catch (RefusedFrameException refused) {
                complain(subscriber, refused.problem());
            }
        }
        var owner = names.stream().anyMatch(StreamName::isPrivate) ? owner(frame.signature()) : null;
        var topics = names.stream()
                .filter(name -> name.symbol() == null || name.symbol().equals(symbol))
                .map(name -> new Topic(name.isPrivate() ? owner : null, name.text()))
                .toList();
        venue.submit(() -> requests.subscribe(subscriber, topics));
    }

    private AccountId owner(@Nullable List<String> signature) throws RefusedFrameException {
        if (signature == null || signature.size() != 4) {
            throw new RefusedFrameException(INVALID_SIGNATURE);
        }
        if (faults.isOn(Fault.EXPIRED)) {
            throw new RefusedFrameException(EXPIRED);
        }
        try {
            return authenticator.check(
                    new VerifiedCaller(signature.get(0), signature.get(1), signature.get(2), signature.get(3)),
                    SigningString::ofSubscription);
        } catch (RefusedCallException e) {
            throw new RefusedFrameException(INVALID_SIGNATURE);
        }
    }
}
