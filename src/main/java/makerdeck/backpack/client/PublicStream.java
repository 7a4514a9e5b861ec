package makerdeck.backpack.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import makerdeck.backpack.wire.ClientFrame;
import makerdeck.backpack.wire.Frame;
import makerdeck.backpack.wire.StreamData;
import makerdeck.domain.Book;
import makerdeck.venue.Stream;
import makerdeck.venue.VenueEvent;
import makerdeck.words.Words;
import org.tinylog.Logger;

/** Depth and trades: keeps the subscription alive, the book seeded and the desk told. Client thread only. */
final class PublicStream implements LiveSocket.Owner, BookKeeper.Owner {

    static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    /** A book that breaks again and again is still asked for within three seconds of each break. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private static final int SMALLEST_DEPTH = 5;

    private final String symbol;
    private final Sockets sockets;
    private final Rest rest;
    private final Reporter reporter;
    private final LiveSocket socket;
    private final StreamState state;
    private final Backoff pauses;
    private final Silence silence;
    private final Moving moving;
    private final Prints prints;
    private final Skipped skipped = new Skipped();

    private Interpreter rules;
    private BookKeeper keeper;
    private long earlierGaps;
    private int connection;
    private boolean proved;
    private boolean fetching;
    private boolean lost;
    private boolean withheld;

    PublicStream(Sockets sockets, Rest rest, Reporter reporter, Interpreter rules) {
        this.symbol = rules.market().symbol();
        this.sockets = sockets;
        this.rest = rest;
        this.reporter = reporter;
        this.socket = new LiveSocket(sockets, this);
        this.state = new StreamState(Stream.PUBLIC, reporter);
        this.pauses = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, sockets.random());
        this.silence = new Silence(sockets.nanos());
        this.moving = new Moving(sockets.nanos());
        this.prints = new Prints(sockets.nanos());
        this.rules = rules;
        this.keeper = new BookKeeper(rules, sockets.nanos(), this);
    }

    void start() {
        socket.connect();
    }

    /** Another tick or step: every level must be read again. */
    void follow(Interpreter changed) {
        earlierGaps += keeper.gaps();
        rules = changed;
        keeper = new BookKeeper(changed, sockets.nanos(), this);
        bookLost(Words.say("client.book.rules-changed"));
        snapshotWanted();
    }

    StreamState state() {
        return state;
    }

    long gaps() {
        return earlierGaps + keeper.gaps();
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
        silence.broken();
        prints.forget();
        skipped.forget();
        withheld = false;
        keeper.begin();
        pauses.reset();
        snapshotWanted();
    }

    @Override
    public void moving(String reason) {
        Logger.info("market stream: {}", reason);
        moving.begin();
    }

    @Override
    public void lost(String reason) {
        moving.end();
        connection++;
        keeper.begin();
        state.down(reason);
    }

    @Override
    public void frame(Frame frame) {
        reporter.heard();
        if (frame.error() != null) {
            socket.reconnect(Words.say(
                    "client.stream.subscription-refused", frame.error().message()));
        } else if (frame.data() instanceof StreamData.Depth depth && symbol.equals(depth.symbol())) {
            if (keeper.diff(depth)) {
                silence.broken();
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
        reporter.heard();
        if (Skipped.isNotOfTheBook(text)) {
            skipped.add(why);
        } else {
            keeper.unreadable(why);
        }
    }

    private void traded(StreamData.Trade wire) {
        try {
            var trade = rules.trade(wire);
            prints.paid(trade.price());
            reporter.tell(new VenueEvent.Traded(reporter.now(), trade));
        } catch (UnreadableException e) {
            skipped.add(e.getMessage());
        }
    }

    private void ticked(StreamData.Ticker ticker) {
        try {
            prints.ticked(ticker, rules);
        } catch (UnreadableException e) {
            skipped.add(e.getMessage());
        }
    }

    @Override
    public void bookMoved(Book book) {
        prints.moved(book);
        if (prints.distrust()) {
            withheld = true;
            bookLost(Words.say("client.book.paid-beyond", prints.lastPaid(rules.market())));
        } else {
            lost = false;
            withheld = false;
            reporter.tell(new VenueEvent.BookMoved(reporter.now(), book));
        }
    }

    @Override
    public void bookLost(String reason) {
        if (!lost) {
            lost = true;
            Logger.warn("book lost: {}", reason);
            reporter.tell(new VenueEvent.BookLost(reporter.now(), reason));
        }
    }

    @Override
    public void subscriptionWanted(String reason) {
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
    void doubtBook() {
        keeper.doubt(Words.say("client.book.would-take"));
    }

    private void fetchSnapshot() {
        fetching = socket.isOpen();
        if (fetching) {
            var asking = keeper;
            int epoch = keeper.epoch();
            readDepth(
                    BothSides.SNAPSHOT_LEVELS,
                    snapshot -> take(snapshot, asking == keeper && epoch == keeper.epoch()),
                    why -> takeNone(why.message()));
        }
    }

    private void take(Snapshot snapshot, boolean current) {
        fetching = false;
        if (!current) {
            // Older than the subscription or a break: updates between the two would be missing without a trace.
            snapshotWanted();
        } else if (keeper.seed(snapshot)) {
            pauses.reset();
            moving.end();
            prints.confirmed();
        }
    }

    private void takeNone(String why) {
        fetching = false;
        Logger.warn("no snapshot of the book: {}", why);
        snapshotWanted();
    }

    /** To be called several times a second. */
    void tick() {
        if (moving.isTooLong()) {
            socket.reconnect(Moving.tooLong());
        }
        if (!socket.isOpen()) {
            return;
        }
        keeper.review();
        comeUp();
        followPrints();
        if (silence.isDeaf(keeper.lastUpdateId())) {
            socket.reconnect(Words.say("client.stream.deaf"));
        } else if (keeper.isSeeded() && silence.wantsToAsk()) {
            askWhetherQuiet(connection);
        }
    }

    private void followPrints() {
        if (prints.wantBook()) {
            keeper.doubt(Words.say("client.book.paid-beyond", prints.lastPaid(rules.market())));
        } else if (withheld != prints.distrust()) {
            keeper.confirm();
        }
    }

    private void askWhetherQuiet(int asking) {
        readDepth(
                SMALLEST_DEPTH,
                snapshot -> {
                    if (asking == connection) {
                        compare(snapshot);
                    }
                },
                why -> {
                    if (asking == connection && silence.unanswered()) {
                        socket.reconnect(Words.say("client.stream.silent", why.message()));
                    }
                });
    }

    private void compare(Snapshot snapshot) {
        if (!keeper.isSeeded()) {
            silence.broken();
        } else if (snapshot.id() > keeper.lastUpdateId()) {
            silence.behind(snapshot.id());
        } else if (snapshot.id() < keeper.lastUpdateId()) {
            socket.reconnect(Words.say("client.book.lower", snapshot.id(), keeper.lastUpdateId()));
        } else {
            compareLevels(snapshot);
        }
    }

    private void compareLevels(Snapshot snapshot) {
        try {
            silence.broken();
            if (keeper.agrees(snapshot)) {
                proved = true;
                keeper.confirm();
            } else {
                keeper.startOver(Words.say("client.book.differs", snapshot.id()));
            }
        } catch (UnreadableException e) {
            keeper.startOver(Words.say("client.book.snapshot-unreadable", e.getMessage()));
        }
    }

    /** Up means: seeded, and the subscription is known to deliver or to have nothing to deliver. */
    private void comeUp() {
        if (proved && keeper.isSeeded() && socket.isSettled(Duration.ZERO)) {
            state.up();
        }
    }

    private void readDepth(int levels, Consumer<Snapshot> then, Consumer<Rejection> otherwise) {
        var query = List.of(Map.entry("symbol", symbol), Map.entry("limit", String.valueOf(levels)));
        rest.send(Ask.open("/api/v1/depth", query), Snapshot::decode, new Reading<>(then, otherwise));
    }
}
