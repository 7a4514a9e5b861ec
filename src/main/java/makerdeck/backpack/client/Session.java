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
import makerdeck.backpack.client.stream.PrivateStream;
import makerdeck.backpack.client.stream.PublicStream;
import makerdeck.backpack.client.stream.SocketFactory;
import makerdeck.backpack.client.stream.StreamState;
import makerdeck.domain.ClientId;
import makerdeck.domain.Market;
import makerdeck.domain.MarketState;
import makerdeck.domain.NewOrder;
import makerdeck.venue.VenueEvent;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** A venue that has told its rules: the streams, and all that one can ask for. Client thread only. */
final class Session {

    private final MarketRulesReader ruleBook;
    private final EventSink reporter;
    private final PublicStream publicStream;
    private final PrivateStream privateStream;
    private final PlaceOrders placing;
    private final CancelOrder cancelling;
    private final OrderReads orderReads;
    private final OrderLookUps orderLookUps;
    private final FillReads moneyReads;
    private final BalanceReads balanceReads;
    private final InterestReads interestReads;

    private final RecheckFlags doubts;
    private MarketRules rules;
    private WireDecoder interpreter;
    private boolean reading;
    private long comebacks;

    Session(
            MarketRules rules,
            RestClient rest,
            SignedReads reads,
            RequestSigner signer,
            EventSink reporter,
            SocketFactory sockets,
            RecheckFlags doubts) {
        this.rules = rules;
        this.interpreter = new WireDecoder(rules.market());
        this.reporter = reporter;
        this.doubts = doubts;
        this.ruleBook = new MarketRulesReader(rest, rules.market().symbol());
        this.publicStream = new PublicStream(sockets, rest, reporter, interpreter);
        this.privateStream = new PrivateStream(sockets, signer, reporter, doubts, interpreter);
        this.placing = new PlaceOrders(rest, reporter, doubts, privateStream::expect);
        this.cancelling = new CancelOrder(rest, reporter);
        this.orderReads = new OrderReads(reads, reporter);
        orderLookUps = new OrderLookUps(reads, reporter);
        this.moneyReads = new FillReads(reads, reporter);
        this.balanceReads = new BalanceReads(reads, reporter);
        this.interestReads = new InterestReads(reads, reporter);
    }

    void start() {
        publicStream.start();
        privateStream.start();
        reporter.tell(new VenueEvent.LendingRead(reporter.now(), rules.lends()));
        readBalances();
    }

    void place(List<NewOrder> orders, long deadline) {
        placing.place(orders, deadline, interpreter);
    }

    void cancel(ClientId clientId, @Nullable String orderId) {
        cancelling.cancel(clientId, orderId, interpreter);
    }

    void cancelNameless(String orderId) {
        cancelling.cancelNameless(orderId, interpreter);
    }

    void readOpenOrders() {
        orderReads.readOpen(interpreter);
    }

    void readOrder(ClientId clientId) {
        orderReads.readOne(clientId, interpreter);
    }

    void readHistory(Set<ClientId> clientIds) {
        orderReads.readHistory(clientIds, interpreter);
    }

    void lookUpOrders(Set<String> orderIds) {
        orderLookUps.read(orderIds, interpreter);
    }

    void readBalances() {
        balanceReads.read(rules);
    }

    void readInterest(Instant from) {
        interestReads.read(from);
    }

    void readFills(Instant from) {
        moneyReads.readFills(from, interpreter);
    }

    void subscribeAfresh(String reason) {
        privateStream.subscribeAfresh(reason);
    }

    /** To be called several times a second. */
    void tick() {
        if (doubts.takeBook()) {
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
        ruleBook.read(
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
            reporter.tell(new VenueEvent.MarketRead(reporter.now(), read.market(), read.fees()));
        }
        if (read.lends() != rules.lends()) {
            reporter.tell(new VenueEvent.LendingRead(reporter.now(), read.lends()));
        }
        boolean otherGrid = !sameGrid(read.market(), rules.market());
        rules = read;
        if (otherGrid) {
            interpreter = new WireDecoder(read.market());
            privateStream.follow(interpreter);
            publicStream.follow(interpreter);
        }
    }

    private static boolean sameGrid(Market one, Market other) {
        return one.tickSize().compareTo(other.tickSize()) == 0 && one.stepSize().compareTo(other.stepSize()) == 0;
    }

    private void failed(MarketRulesReader.Failure failure) {
        Logger.warn("rules not read: {}", failure.line());
        if (failure.hopeless()) {
            reporter.tell(failure.unusable(reporter.now()));
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
