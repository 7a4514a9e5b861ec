package makerdeck.backpack.client.stream;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.EventSink;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.client.base.WireFields;
import makerdeck.backpack.client.http.ApiRejection;
import makerdeck.backpack.client.http.RecheckFlags;
import makerdeck.backpack.client.http.RequestSigner;
import makerdeck.backpack.wire.Frame;
import makerdeck.backpack.wire.OrderUpdate;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Balance;
import makerdeck.message.Message;
import makerdeck.venue.Refusal;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import org.tinylog.Logger;

/**
 * Own orders, fills and balances, on a socket of their own: a burst of depth does not delay a fill,
 * and each stream may fail alone. Client thread only.
 */
public final class PrivateStream implements ReconnectingSocket.Owner {

    /** A refused subscription is refused at once; nothing else would tell. */
    private static final Duration REFUSAL_TIME = Duration.ofMillis(250);

    /** Ten seconds of looks: counted, not timed, for a client that stood still has heard nothing of what came. */
    private static final int MOST_SILENT_LOOKS = 40;

    private static final Integer INVALID_SIGNATURE = 4003;

    private final String symbol;
    private final RequestSigner signer;
    private final EventSink sink;
    private final RecheckFlags rechecks;
    private final SocketFactory sockets;
    private final ReconnectingSocket socket;
    private final StreamState state;
    private final OrderEchoCheck echoCheck;

    private final ReconnectDeadline deadline;
    private WireDecoder rules;
    private int silentLooks;

    public PrivateStream(
            SocketFactory sockets, RequestSigner signer, EventSink sink, RecheckFlags rechecks, WireDecoder rules) {
        this.symbol = rules.market().symbol();
        this.signer = signer;
        this.sink = sink;
        this.rechecks = rechecks;
        this.sockets = sockets;
        this.socket = new ReconnectingSocket(sockets, this);
        this.state = new StreamState(Stream.PRIVATE, sink);
        this.echoCheck = new OrderEchoCheck(sockets.nanos());
        this.deadline = new ReconnectDeadline(sockets.nanos());
        this.rules = rules;
    }

    public void start() {
        socket.connect();
    }

    public void follow(WireDecoder changed) {
        rules = changed;
    }

    public StreamState state() {
        return state;
    }

    /** The desk has found that the stream keeps things to itself. */
    public void subscribeAfresh(Message reason) {
        if (socket.isOpen()) {
            socket.reconnect(reason);
        }
    }

    /** REST has accepted an order, so the stream has to tell of it. */
    public void expect(String orderId) {
        if (socket.isOpen()) {
            echoCheck.expect(orderId);
        }
    }

    @Override
    public String subscription() {
        // Of the account there may rightly be no news for hours; the ticker comes every second.
        return signer.subscription(
                List.of("account.orderUpdate." + symbol, "account.balanceUpdate", "ticker." + symbol));
    }

    @Override
    public void opened() {
        echoCheck.forget();
        silentLooks = 0;
        sockets.thread().after(REFUSAL_TIME, this::tick);
    }

    @Override
    public void leaving(Message reason) {
        Logger.info("account stream: {}", reason);
        deadline.begin();
    }

    @Override
    public void lost(Message reason) {
        deadline.end();
        state.down(reason);
    }

    @Override
    public void frame(Frame frame) {
        silentLooks = 0;
        if (frame.data() instanceof StreamData.Ticker) {
            // It proves this connection, and nothing else: the market has a stream of its own.
            return;
        }
        sink.heard();
        if (frame.error() != null) {
            refused(frame.error());
        } else {
            data(frame);
        }
    }

    /** Which of the two a wrong signature and a late one are the venue does not say. */
    private void refused(Frame.Problem problem) {
        rechecks.raiseClock();
        var words = String.valueOf(problem.message());
        var late = Objects.equals(problem.code(), INVALID_SIGNATURE) || ApiRejection.isAboutTime(words);
        socket.reconnect(
                Message.of(late ? "client.stream.subscription-late" : "client.stream.subscription-refused", words));
    }

    @Override
    public void unreadable(String text, String why) {
        silentLooks = 0;
        if (text.contains("\"ticker.") && !text.contains("\"account.")) {
            // Nothing of the account's is lost with it.
            return;
        }
        Logger.warn("account stream: {}", why);
        socket.reconnect(Message.of("client.stream.frame-unreadable"));
    }

    private void data(Frame frame) {
        try {
            if (frame.data() instanceof OrderUpdate update && symbol.equals(update.symbol())) {
                order(update);
            } else if (frame.data() instanceof StreamData.BalanceUpdate update) {
                balance(update);
            }
        } catch (DecodeException e) {
            // What it said is lost, as if the stream had been down for that moment.
            socket.reconnect(Message.of("client.stream.account-unreadable", e.said()));
        }
    }

    private void order(OrderUpdate update) throws DecodeException {
        echoCheck.heard(WireFields.present(update.orderId(), "orderId"));
        if ("orderFill".equals(update.event())) {
            var fill = rules.fill(update);
            sink.tell(new VenueEvent.Filled(sink.now(), fill, rules.cumulative(update)));
        }
        var expiry = update.expiryReason() == null ? update.expiryReasonOldName() : update.expiryReason();
        var refusal = WireDecoder.refusal(expiry);
        if (refusal == Refusal.POST_ONLY_WOULD_TAKE) {
            rechecks.raiseBook();
        }
        var order = rules.order(update);
        var oddity = WireDecoder.oddity(order, update.status());
        var reason = oddity == null && expiry != null ? Message.plain(expiry) : oddity;
        sink.tell(new VenueEvent.OrderChanged(sink.now(), order, refusal, reason));
    }

    private void balance(StreamData.BalanceUpdate update) throws DecodeException {
        var asset = WireFields.present(update.asset(), "asset");
        var market = rules.market();
        if (asset.equals(market.base()) || asset.equals(market.quote())) {
            var available = WireFields.decimal(update.available(), "available");
            var locked = WireFields.decimal(update.locked(), "locked");
            var balance = new Balance(available, locked, BigDecimal.ZERO);
            sink.tell(new VenueEvent.BalanceMoved(sink.now(), asset, balance));
        }
    }

    /** To be called several times a second. */
    public void tick() {
        if (socket.isSettled(REFUSAL_TIME)) {
            if (deadline.end()) {
                state.moved();
            }
            state.up();
        } else if (deadline.isTooLong()) {
            socket.reconnect(ReconnectDeadline.tooLong());
        }
        if (socket.isOpen() && echoCheck.isOverdue()) {
            socket.reconnect(Message.of("client.stream.order-not-reported"));
        } else if (socket.isOpen() && ++silentLooks > MOST_SILENT_LOOKS) {
            socket.reconnect(Message.of("client.stream.account-silent"));
        }
    }
}
