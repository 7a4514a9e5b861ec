package makerdeck;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import makerdeck.command.CompletionContext;
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
    public List<String> orderTags() {
        return desk.get().orders().stream()
                .map(OrderRow::tag)
                .filter(tag -> !tag.startsWith("X"))
                .toList();
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
        return desk.get().mode() == Mode.SIM || desk.get().mode() == Mode.REPLAY;
    }

    @Override
    public List<String> themeNames() {
        return themes.get();
    }
}
