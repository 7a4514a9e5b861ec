package makerdeck.command;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.domain.Fees;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.parameters.DidYouMean;
import makerdeck.strategy.quoting.Wealth;

/** A desk, of which a test may say more, with a spread of 0.25 and orders of 5, three presets of which two cannot be loaded, and two orders. */
final class FixedCompletionContext implements CompletionContext {

    private static final Map<String, Map<String, String>> PRESETS = Map.of(
            "high-vol", Map.of("target", "20", "threshold", "10", "spread", "0.6"),
            "reckless", Map.of("fee-floor", "off"),
            "wider", Map.of("spread", "0.6"),
            "broken", Map.of("spread", "99"));

    int unreadRows = 1;
    String base = "20";
    String mid = "150";

    private final Map<String, String> more;
    private final Map<String, String> lent;

    FixedCompletionContext() {
        this(Map.of(), Map.of());
    }

    /**
     * @param more parameters beside its own
     * @param lent what a preset loaded for a while will give back
     */
    FixedCompletionContext(Map<String, String> more, Map<String, String> lent) {
        this.more = more;
        this.lent = lent;
    }

    @Override
    public Map<String, String> parameterValues() {
        var values = new HashMap<>(Map.of("spread", "0.25", "max-order", "100", "quantity", "5"));
        values.putAll(more);
        return values;
    }

    @Override
    public Optional<Wealth> wealth() {
        return Optional.of(new Wealth(
                new BigDecimal(base),
                new BigDecimal("7000"),
                new BigDecimal(mid),
                new Fees(new BigDecimal("8"), new BigDecimal("10"))));
    }

    @Override
    public Map<String, String> undoValues() {
        return Map.of("max-order", "0");
    }

    @Override
    public Map<String, String> redoValues() {
        return Map.of("spread", "0.3");
    }

    @Override
    public Map<String, String> lentValues() {
        return lent;
    }

    @Override
    public Map<String, Message> orders() {
        var orders = new LinkedHashMap<String, Message>();
        orders.put("B1", Message.of("command.order-at", "149.77", "2.20", "-.14"));
        orders.put("A2", Message.of("command.order", "150.31", "1.00"));
        return orders;
    }

    @Override
    public int unreadRows() {
        return unreadRows;
    }

    @Override
    public List<String> presetNames() {
        return List.of("broken", "high-vol", "lost", "reckless", "wider");
    }

    @Override
    public Map<String, Message> strayPresets() {
        return Map.of("/presets/Fast One.properties", Message.plain("rename it to fast-one.properties"));
    }

    @Override
    public Map<String, String> preset(String name) {
        var found = PRESETS.get(name);
        if (found == null) {
            throw new MistakeException(
                    Message.of("command.unknown", "preset", name, DidYouMean.suggestion(name, presetNames())));
        }
        return found;
    }

    @Override
    public String presetNote(String name) {
        return name.equals("high-vol") ? "when much moves" : "";
    }

    @Override
    public List<String> themeNames() {
        return List.of("dark", "cb-dark", "light");
    }

    @Override
    public Map<String, Message> venueFaults() {
        var faults = new LinkedHashMap<String, Message>();
        faults.put("ws-silence", Message.plain("no stream tells anything"));
        faults.put("late-news", Message.plain("streams tell late"));
        return faults;
    }

    @Override
    public List<String> venueMarkets() {
        return List.of("calm", "wild");
    }
}
