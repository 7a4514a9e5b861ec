package makerdeck;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import makerdeck.command.CompletionContext;
import makerdeck.domain.Book;
import makerdeck.domain.Market;
import makerdeck.domain.Side;
import makerdeck.embedded.EmbeddedVenue;
import makerdeck.message.Message;
import makerdeck.settings.PresetFile;
import makerdeck.simulator.faults.Fault;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.Mode;
import makerdeck.snapshot.OrderRow;
import makerdeck.strategy.quoting.Wealth;
import makerdeck.words.Speech;

/** What the command language knows of the running desk: the latest snapshot and the files of presets and themes. */
record LiveCompletionContext(
        Supplier<DeskSnapshot> desk, PresetFile presets, Supplier<List<String>> themes, Speech speech)
        implements CompletionContext {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public Map<String, String> parameterValues() {
        var values = new LinkedHashMap<String, String>();
        desk.get().parameters().forEach(row -> values.put(row.key(), row.value()));
        return values;
    }

    @Override
    public Optional<Wealth> wealth() {
        var snapshot = desk.get();
        var market = snapshot.market();
        var inventory = snapshot.inventory();
        var bid = snapshot.book().best(Side.BID);
        var ask = snapshot.book().best(Side.ASK);
        var fees = snapshot.fees();
        if (market == null || inventory == null || fees == null || bid.isEmpty() || ask.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Wealth(
                inventory.balances().base().total(),
                inventory.balances().quote().total(),
                market.mid(bid.get().price(), ask.get().price()),
                fees.automatic()));
    }

    @Override
    public Map<String, String> undoValues() {
        return desk.get().undoState().undo();
    }

    @Override
    public Map<String, String> redoValues() {
        return desk.get().undoState().redo();
    }

    @Override
    public Map<String, String> lentValues() {
        return desk.get().undoState().lent();
    }

    @Override
    public Map<String, Message> orders() {
        var snapshot = desk.get();
        var market = snapshot.market();
        var orders = new LinkedHashMap<String, Message>();
        if (market != null) {
            snapshot.orders().stream()
                    .filter(order -> !order.tag().startsWith("X"))
                    .forEach(order -> orders.put(order.tag(), described(order, market, snapshot.book())));
        }
        return orders;
    }

    /** {@code 149.77 x 2.20 -.14%}, without the distance where there is no mid. */
    private static Message described(OrderRow order, Market market, Book book) {
        var price = market.text(order.price());
        var remaining = market.text(order.remaining());
        var bid = book.best(Side.BID);
        var ask = book.best(Side.ASK);
        if (bid.isEmpty() || ask.isEmpty()) {
            return Message.of("command.order", price, remaining);
        }
        var mid = market.mid(bid.get().price(), ask.get().price());
        var distance =
                market.decimal(order.price()).subtract(mid).multiply(HUNDRED).divide(mid, 2, RoundingMode.HALF_UP);
        return Message.of("command.order-at", price, remaining, percent(distance));
    }

    /** {@code -.14}: the sign always, no zero before the point. */
    private static String percent(BigDecimal value) {
        var digits = value.abs().toPlainString();
        return (value.signum() < 0 ? "-" : "+") + (digits.startsWith("0.") ? digits.substring(1) : digits);
    }

    @Override
    public int unreadRows() {
        return desk.get().health().unreadRows();
    }

    @Override
    public List<String> presetNames() {
        return presets.names();
    }

    @Override
    public Map<String, Message> strayPresets() {
        return presets.strays();
    }

    @Override
    public Map<String, String> preset(String name) {
        return presets.read(name);
    }

    @Override
    public String presetNote(String name) {
        return presets.note(name);
    }

    @Override
    public Map<String, Message> venueFaults() {
        var faults = new LinkedHashMap<String, Message>();
        if (isSimulated()) {
            Fault.all().forEach(fault -> faults.put(fault.word(), fault.help()));
        }
        return faults;
    }

    @Override
    public List<String> venueMarkets() {
        return desk.get().mode() == Mode.SIM ? EmbeddedVenue.presetNames() : List.of();
    }

    private boolean isSimulated() {
        return desk.get().mode() == Mode.SIM
                || desk.get().mode() == Mode.REPLAY
                || desk.get().mode() == Mode.PAPER;
    }

    @Override
    public List<String> themeNames() {
        return themes.get();
    }
}
