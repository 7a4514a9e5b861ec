package makerdeck.console;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import makerdeck.command.CompletionContext;
import makerdeck.domain.Fees;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.strategy.quoting.Wealth;

/** A desk at its defaults, with one preset and two orders. */
public class FixedContext implements CompletionContext {

    @Override
    public Map<String, String> parameterValues() {
        return Map.of("spread", "0.25");
    }

    @Override
    public Optional<Wealth> wealth() {
        return Optional.of(new Wealth(
                new BigDecimal("20"),
                new BigDecimal("7000"),
                new BigDecimal("150"),
                new Fees(new BigDecimal("8"), new BigDecimal("10"))));
    }

    @Override
    public Map<String, String> undoValues() {
        return Map.of();
    }

    @Override
    public Map<String, String> redoValues() {
        return Map.of();
    }

    @Override
    public Map<String, String> lentValues() {
        return Map.of();
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
        return 0;
    }

    @Override
    public List<String> presetNames() {
        return List.of("high-vol", "low-vol");
    }

    @Override
    public Map<String, Message> strayPresets() {
        return Map.of("/presets/Fast One.properties", Message.plain("rename it to fast-one.properties"));
    }

    @Override
    public Map<String, String> preset(String name) {
        if (!presetNames().contains(name)) {
            throw new MistakeException(Message.plain("unknown preset " + name));
        }
        return Map.of("target", "20", "threshold", "10");
    }

    @Override
    public String presetNote(String name) {
        return "";
    }

    @Override
    public List<String> themeNames() {
        return List.of("asia", "cb-dark", "cb-light", "dark", "light", "mono", "tty16");
    }

    @Override
    public Map<String, Message> venueFaults() {
        return Map.of("ws-silence", Message.plain("no stream tells anything"));
    }

    @Override
    public List<String> venueMarkets() {
        return List.of("calm", "wild");
    }
}
