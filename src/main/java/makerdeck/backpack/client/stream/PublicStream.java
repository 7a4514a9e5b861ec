package makerdeck.backpack.client.stream;

import java.time.Duration;
import java.util.List;
import makerdeck.backpack.client.base.Backoff;
import makerdeck.backpack.client.base.DecodeException;
import makerdeck.backpack.client.base.DepthSnapshot;
import makerdeck.backpack.client.base.EventSink;
import makerdeck.backpack.client.base.WireDecoder;
import makerdeck.backpack.client.http.RestClient;
import makerdeck.backpack.wire.ClientFrame;
import makerdeck.backpack.wire.Frame;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Book;
import makerdeck.message.Message;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import org.tinylog.Logger;

/** Depth and trades: keeps the subscription alive, the book seeded and the desk told. Client thread only. */
public final class PublicStream implements ReconnectingSocket.Owner, BookBuilder.Owner {

    static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    /** A book that breaks again and again is still asked for within three seconds of each break. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final String symbol;
    private final SocketFactory sockets;
    private final RestClient rest;
    private final EventSink sink;
    private final ReconnectingSocket socket;
    private final StreamState state;
    private final Backoff pauses;
    private final StalenessDetector staleness;
    private final ReconnectDeadline deadline;
    private final TradePrints prints;
    private final SkippedTrades skipped = new SkippedTrades();
    private final MarketTap tap;
    private final DepthReads depth;

    private WireDecoder rules;
    private BookBuilder builder;
    private long earlierGaps;
    private int connection;
    private boolean proved;
    private boolean fetching;
    private boolean lost;
    private boolean withheld;

    public PublicStream(SocketFactory sockets, RestClient rest, EventSink sink, WireDecoder rules, MarketTap tap) {
        this.tap = tap;
        this.symbol = rules.market().symbol();
        this.sockets = sockets;
        this.rest = rest;
        this.sink = sink;
        this.socket = new ReconnectingSocket(sockets, this);
        this.state = new StreamState(Stream.PUBLIC, sink);
        this.pauses = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, sockets.random());
        this.staleness = new StalenessDetector(sockets.nanos());
        this.deadline = new ReconnectDeadline(sockets.nanos());
        this.prints = new TradePrints(sockets.nanos());
        this.rules = rules;
        this.builder = new BookBuilder(rules, sockets.nanos(), this);
        this.depth = new DepthReads(rest, symbol, tap);
    }

    public void start() {
        socket.connect();
    }

    /** Another tick or step: every level must be read again. */
    public void follow(WireDecoder changed) {
        earlierGaps += builder.gaps();
        rules = changed;
        builder = new BookBuilder(changed, sockets.nanos(), this);
        bookLost(Message.of("client.book.rules-changed"));
        snapshotWanted();
    }

    public StreamState state() {
        return state;
    }

    public long gaps() {
        return earlierGaps + builder.gaps();
    }

    @Override
    public String subscription() {
        // The ticker comes every second even when nothing trades: a sign of life in a quiet market.
        var streams = List.of("depth." + symbol, "trade." + symbol, "ticker." + symbol);
        return rest.codec().encodeRequest(new ClientFrame("SUBSCRIBE", streams, null));
    }

    @Override
    public void opened() {
        connection++;
        proved = false;
        staleness.broken();
        prints.forget();
        skipped.forget();
        withheld = false;
        tap.broken(Message.of("client.stream.subscribed-anew"));
        builder.begin();
        pauses.reset();
        snapshotWanted();
    }

    @Override
    public void leaving(Message reason) {
        Logger.info("market stream: {}", reason);
        deadline.begin();
    }

    @Override
    public void lost(Message reason) {
        deadline.end();
        connection++;
        tap.broken(reason);
        builder.begin();
        state.down(reason);
    }

    @Override
    public void frame(Frame frame) {
        sink.heard();
        tap.frame(frame);
        if (frame.error() != null) {
            socket.reconnect(Message.of(
                    "client.stream.subscription-refused", frame.error().message()));
        } else if (frame.data() instanceof StreamData.Depth depth && symbol.equals(depth.symbol())) {
            if (builder.diff(depth)) {
                staleness.broken();
                proved = true;
                comeUp();
            }
        } else if (frame.data() instanceof StreamData.Trade trade && symbol.equals(trade.symbol())) {
            traded(trade);
        } else if (frame.data() instanceof StreamData.Ticker ticker && symbol.equals(ticker.symbol())) {
            ticked(ticker);
        }
    }

    @Override
    public void unreadable(String text, String why) {
        sink.heard();
        if (SkippedTrades.isNotOfTheBook(text)) {
            skipped.add(Message.plain(why));
        } else {
            tap.broken(Message.of("client.book.update-unreadable", why));
            builder.unreadable(Message.plain(why));
        }
    }

    private void traded(StreamData.Trade wire) {
        try {
            var trade = rules.trade(wire);
            prints.paid(trade.price());
            sink.tell(new VenueEvent.Traded(sink.now(), trade));
        } catch (DecodeException e) {
            skipped.add(e.said());
        }
    }

    private void ticked(StreamData.Ticker ticker) {
        try {
            prints.ticked(ticker, rules);
        } catch (DecodeException e) {
            skipped.add(e.said());
        }
    }

    @Override
    public void bookMoved(Book book) {
        prints.moved(book);
        if (prints.distrust()) {
            withheld = true;
            bookLost(Message.of("client.book.paid-beyond", prints.lastPaid(rules.market())));
        } else {
            lost = false;
            withheld = false;
            sink.tell(new VenueEvent.BookMoved(sink.now(), book));
        }
    }

    @Override
    public void bookLost(Message reason) {
        if (!lost) {
            lost = true;
            Logger.warn("book lost: {}", reason);
            sink.tell(new VenueEvent.BookLost(sink.now(), reason));
        }
    }

    @Override
    public void subscriptionWanted(Message reason) {
        socket.reconnect(reason);
    }

    @Override
    public void snapshotWanted() {
        if (!fetching) {
            fetching = true;
            sockets.thread().after(pauses.next(), this::fetchSnapshot);
        }
    }

    /** The venue has refused an order as one that would have matched at once; in our book it would not. */
    public void doubtBook() {
        builder.doubt(Message.of("client.book.would-take"));
    }

    private void fetchSnapshot() {
        fetching = socket.isOpen();
        if (fetching) {
            var asking = builder;
            int epoch = builder.epoch();
            depth.readBook(
                    snapshot -> take(snapshot, asking == builder && epoch == builder.epoch()),
                    why -> takeNone(why.message()));
        }
    }

    private void take(DepthSnapshot snapshot, boolean current) {
        fetching = false;
        if (!current) {
            // Older than the subscription or a break: updates between the two would be missing without a trace.
            snapshotWanted();
        } else if (builder.seed(snapshot)) {
            pauses.reset();
            deadline.end();
            prints.confirmed();
        }
    }

    private void takeNone(Message why) {
        fetching = false;
        Logger.warn("no snapshot of the book: {}", why);
        snapshotWanted();
    }

    /** To be called several times a second. */
    public void tick() {
        if (deadline.isTooLong()) {
            socket.reconnect(ReconnectDeadline.tooLong());
        }
        if (!socket.isOpen()) {
            return;
        }
        builder.review();
        comeUp();
        followPrints();
        if (!fetching && tap.wantsPicture()) {
            depth.readBook(snapshot -> {}, why -> Logger.warn("no picture of the book: {}", why.message()));
        }
        if (staleness.isDeaf(builder.lastUpdateId())) {
            socket.reconnect(Message.of("client.stream.deaf"));
        } else if (builder.isSeeded() && staleness.wantsToAsk()) {
            askWhetherQuiet(connection);
        }
    }

    private void followPrints() {
        if (prints.wantBook()) {
            builder.doubt(Message.of("client.book.paid-beyond", prints.lastPaid(rules.market())));
        } else if (withheld != prints.distrust()) {
            builder.confirm();
        }
    }

    private void askWhetherQuiet(int asking) {
        var book = builder;
        int epoch = builder.epoch();
        long known = builder.lastUpdateId();
        depth.readTop(
                snapshot -> {
                    if (asking == connection) {
                        compare(snapshot, book == builder && epoch == builder.epoch() ? known : 0);
                    }
                },
                why -> {
                    if (asking == connection && staleness.unanswered()) {
                        socket.reconnect(Message.of("client.stream.silent", why.message()));
                    }
                });
    }

    /** @param known our number when the venue was asked; the stream may have overtaken the answer */
    private void compare(DepthSnapshot snapshot, long known) {
        if (!builder.isSeeded()) {
            staleness.broken();
        } else if (snapshot.id() > builder.lastUpdateId()) {
            staleness.behind(snapshot.id());
        } else if (snapshot.id() < known) {
            socket.reconnect(Message.of("client.book.lower", snapshot.id(), known));
        } else if (snapshot.id() < builder.lastUpdateId()) {
            staleness.broken();
        } else {
            compareLevels(snapshot);
        }
    }

    private void compareLevels(DepthSnapshot snapshot) {
        try {
            staleness.broken();
            if (builder.agrees(snapshot)) {
                proved = true;
                builder.confirm();
            } else {
                builder.startOver(Message.of("client.book.differs", snapshot.id()));
            }
        } catch (DecodeException e) {
            builder.startOver(Message.of("client.book.snapshot-unreadable", e.said()));
        }
    }

    /** Up means: seeded, and the subscription is known to deliver or to have nothing to deliver. */
    private void comeUp() {
        if (proved && builder.isSeeded() && socket.isSettled(Duration.ZERO)) {
            state.up();
        }
    }
}
