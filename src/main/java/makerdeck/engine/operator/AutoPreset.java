package makerdeck.engine.operator;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import makerdeck.command.Risk;
import makerdeck.engine.books.Ledger;
import makerdeck.engine.input.Input;
import makerdeck.engine.input.PresetStore;
import makerdeck.engine.log.EventLog;
import makerdeck.engine.market.MarketData;
import makerdeck.engine.market.MarketSignals;
import makerdeck.engine.parameters.ParameterHistory;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.snapshot.ParameterSource;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;
import makerdeck.strategy.signals.Regime;
import org.jspecify.annotations.Nullable;

/**
 * Says which preset fits when the regime has changed, and with {@code preset.auto} asks for it and loads
 * it. What was set by hand or by flag stays as it is, and nothing that raises risk is loaded unasked.
 *
 * <p>Engine thread only.
 */
public final class AutoPreset {

    private final Clock clock;
    private final EventLog log;
    private final MarketData market;
    private final ParameterHistory history;
    private final Ledger ledger;
    private final MarketSignals signals;
    private final ParameterCommands parameters;
    private final PresetStore store;
    private @Nullable Regime told;
    private @Nullable Regime followed;

    public AutoPreset(
            Clock clock,
            EventLog log,
            MarketData market,
            ParameterHistory history,
            Ledger ledger,
            MarketSignals signals,
            ParameterCommands parameters,
            PresetStore store) {
        this.signals = signals;
        this.clock = clock;
        this.log = log;
        this.market = market;
        this.history = history;
        this.ledger = ledger;
        this.parameters = parameters;
        this.store = store;
    }

    /** @param free whether no preset is loaded for a while just now */
    void tick(Instant now, boolean free) {
        signals.regime().ifPresent(regime -> {
            suggest(regime, now);
            follow(regime, now, free);
        });
    }

    private void suggest(Regime regime, Instant now) {
        if (regime == told) {
            return;
        }
        told = regime;
        if (!history.parameters().presetAuto() && !regime.preset().equals(history.preset())) {
            log.info(now, Message.of("engine.regime.fits", regime.text(), regime.preset()));
        }
    }

    /** Once per change of regime: what is taken back by {@code undo} stays back until the next. */
    private void follow(Regime regime, Instant now, boolean free) {
        if (!history.parameters().presetAuto()) {
            followed = null;
        } else if (free && regime != followed) {
            followed = regime;
            log.info(now, Message.of("engine.regime.looks-up", regime.text(), regime.preset()));
            store.read(regime.preset());
        }
    }

    void read(Input.PresetRead input) {
        var regime = followed;
        if (regime == null || !regime.preset().equals(input.name())) {
            return;
        }
        var now = clock.instant();
        var values = new LinkedHashMap<String, String>();
        var kept = new ArrayList<String>();
        input.values().forEach((key, value) -> {
            if (isByHand(Parameter.named(key))) {
                kept.add(key);
            } else {
                values.put(key, value);
            }
        });
        var obstacle = obstacle(values);
        if (obstacle.isPresent()) {
            log.alert(now, Severity.WARN, text(regime, obstacle.get(), List.of()), input.name());
            return;
        }
        var result = parameters.change(values, ParameterSource.preset(input.name()), input.name(), input.at());
        log.info(now, text(regime, Objects.requireNonNull(result.text()), kept));
    }

    private static Message text(Regime regime, Message result, List<String> kept) {
        return kept.isEmpty()
                ? Message.of("engine.regime.preset", regime.text(), regime.preset(), result)
                : Message.of("engine.regime.preset-but", regime.text(), regime.preset(), result, Message.list(kept));
    }

    private boolean isByHand(Parameter parameter) {
        return history.origin(parameter).source().isByHand();
    }

    /**
     * What only the operator may do is left out: arming, and a band that would grow with its threshold stays as wide
     * as it is.
     */
    private void keepLimits(Map<String, String> values, Parameters now, Parameters next) {
        if (!now.rebalance()) {
            values.remove(Parameter.REBALANCE.key());
        }
        var named = values.containsKey(Parameter.BAND_HARD.key());
        if (!named && !isByHand(Parameter.BAND_HARD)) {
            var auto = next.with(Map.of(Parameter.BAND_HARD.key(), "auto")).bandHard();
            var narrower = auto.compareTo(now.bandHard()) <= 0
                    ? "auto"
                    : now.bandHard().toPlainString();
            values.put(Parameter.BAND_HARD.key(), narrower);
        }
    }

    /** Why it cannot be loaded, empty when it can; leaves out of it what only the operator may do. */
    private Optional<Message> obstacle(Map<String, String> values) {
        var now = history.parameters();
        try {
            keepLimits(values, now, now.with(values));
            return Risk.of(now, now.with(values), KnownWealth.of(market, ledger).orElse(null)) == Risk.RAISES
                    ? Optional.of(Message.of("engine.regime.raises-risk"))
                    : Optional.empty();
        } catch (MistakeException illegal) {
            return Optional.of(Message.about(illegal));
        }
    }
}
