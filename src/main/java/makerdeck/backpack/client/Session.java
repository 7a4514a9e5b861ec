package makerdeck.backpack.client;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import makerdeck.backpack.client.base.EventSink;
import makerdeck.backpack.client.base.MarketRules;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.client.calls.BalanceReads;
import makerdeck.backpack.client.calls.CancelOrder;
import makerdeck.backpack.client.calls.FillReads;
import makerdeck.backpack.client.calls.InterestReads;
import makerdeck.backpack.client.calls.MarketRulesReader;
import makerdeck.backpack.client.calls.OrderLookUps;
import makerdeck.backpack.client.calls.OrderReads;
import makerdeck.backpack.client.calls.PlaceOrders;
import makerdeck.backpack.client.calls.SignedReads;
import makerdeck.backpack.client.http.RecheckFlags;
import makerdeck.backpack.client.http.RequestSigner;
import makerdeck.backpack.client.http.RestClient;
import makerdeck.backpack.client.stream.MarketTap;
import makerdeck.backpack.client.stream.PrivateStream;
import makerdeck.backpack.client.stream.PublicStream;
import makerdeck.backpack.client.stream.SocketFactory;
import makerdeck.backpack.client.stream.StreamState;
import makerdeck.domain.ClientId;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.NewOrder;
import makerdeck.message.Message;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** A venue that has told its rules: the streams, and all that one can ask for. Client thread only. */
final class Session {

    private final MarketRulesReader rulesReader;
    private final EventSink sink;
    private final PublicStream publicStream;
    private final PrivateStream privateStream;
    private final PlaceOrders placeOrders;
    private final CancelOrder cancelOrder;
    private final OrderReads orderReads;
    private final OrderLookUps orderLookUps;
    private final FillReads moneyReads;
    private final BalanceReads balanceReads;
    private final InterestReads interestReads;

    private final RecheckFlags rechecks;
    private final MarketTap tap;
    private MarketRules rules;
    private WireDecoder decoder;
    private boolean reading;
    private long comebacks;

    Session(
            MarketRules rules,
            RestClient rest,
            SignedReads reads,
            RequestSigner signer,
            EventSink sink,
            SocketFactory sockets,
            RecheckFlags rechecks,
            MarketTap tap) {
        this.tap = tap;
        this.rules = rules;
        this.decoder = new WireDecoder(rules.market());
        this.sink = sink;
        this.rechecks = rechecks;
        this.rulesReader = new MarketRulesReader(rest, rules.market().symbol());
        this.publicStream = new PublicStream(sockets, rest, sink, decoder, tap);
        this.privateStream = new PrivateStream(sockets, signer, sink, rechecks, decoder);
        this.placeOrders = new PlaceOrders(rest, sink, rechecks, privateStream::expect);
        this.cancelOrder = new CancelOrder(rest, sink);
        this.orderReads = new OrderReads(reads, sink);
        orderLookUps = new OrderLookUps(reads, sink);
        this.moneyReads = new FillReads(reads, sink);
        this.balanceReads = new BalanceReads(reads, sink);
        this.interestReads = new InterestReads(reads, sink);
    }

    void start() {
        tap.rules(rules.market());
        publicStream.start();
        privateStream.start();
        sink.tell(new VenueEvent.LendingRead(sink.now(), rules.lends()));
        readBalances();
    }

    void place(List<NewOrder> orders, long deadline) {
        placeOrders.place(orders, deadline, decoder);
    }

    void cancel(ClientId clientId, @Nullable String orderId) {
        cancelOrder.cancel(clientId, orderId, decoder);
    }

    void cancelNameless(String orderId) {
        cancelOrder.cancelNameless(orderId, decoder);
    }

    void readOpenOrders() {
        orderReads.readOpen(decoder);
    }

    void readOrder(ClientId clientId) {
        orderReads.readOne(clientId, decoder);
    }

    void readHistory(Set<ClientId> clientIds) {
        orderReads.readHistory(clientIds, decoder);
    }

    void lookUpOrders(Set<String> orderIds) {
        orderLookUps.read(orderIds, decoder);
    }

    void readBalances() {
        balanceReads.read(rules);
    }

    void readInterest(Instant from) {
        interestReads.read(from);
    }

    void readFills(Instant from) {
        moneyReads.readFills(from, decoder);
    }

    void subscribeAfresh(Message reason) {
        privateStream.subscribeAfresh(reason);
    }

    /** To be called several times a second. */
    void tick() {
        if (rechecks.takeBook()) {
            publicStream.doubtBook();
        }
        publicStream.tick();
        privateStream.tick();
        if (publicStream.state().reconnects() != comebacks) {
            comebacks = publicStream.state().reconnects();
            refreshRules(true);
        }
    }

    /** Reads the rules again; the desk hears of them if they changed, or in any case after an outage. */
    void refreshRules(boolean tellAnyway) {
        if (reading) {
            return;
        }
        reading = true;
        rulesReader.read(
                read -> {
                    reading = false;
                    adopt(read, tellAnyway);
                },
                failure -> {
                    reading = false;
                    failed(failure);
                });
    }

    private void adopt(MarketRules read, boolean tellAnyway) {
        if (tellAnyway || !read.equals(rules)) {
            sink.tell(new VenueEvent.MarketRead(sink.now(), read.market(), read.fees()));
        }
        if (read.lends() != rules.lends()) {
            sink.tell(new VenueEvent.LendingRead(sink.now(), read.lends()));
        }
        boolean otherGrid = !sameGrid(read.market(), rules.market());
        rules = read;
        if (otherGrid) {
            tap.rules(read.market());
            decoder = new WireDecoder(read.market());
            privateStream.follow(decoder);
            publicStream.follow(decoder);
        }
    }

    private static boolean sameGrid(Market one, Market other) {
        return one.tickSize().compareTo(other.tickSize()) == 0 && one.stepSize().compareTo(other.stepSize()) == 0;
    }

    private void failed(MarketRulesReader.Failure failure) {
        Logger.warn("rules not read: {}", failure.line());
        if (failure.hopeless()) {
            sink.tell(failure.unusable(sink.now()));
        }
    }

    boolean isTradable() {
        return rules.market().state() == MarketState.OPEN;
    }

    StreamState publicState() {
        return publicStream.state();
    }

    StreamState privateState() {
        return privateStream.state();
    }

    long reconnects() {
        return publicState().reconnects() + privateState().reconnects();
    }

    long gaps() {
        return publicStream.gaps();
    }
}
