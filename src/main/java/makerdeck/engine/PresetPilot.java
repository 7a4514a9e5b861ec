package makerdeck.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import makerdeck.command.Risk;
import makerdeck.snapshot.Happening.Kind;
import makerdeck.snapshot.Severity;
import makerdeck.strategy.Parameter;
import makerdeck.strategy.Parameters;
import makerdeck.strategy.Regime;
import makerdeck.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Says which preset fits when the regime has changed, and with {@code preset.auto} asks for it and loads
 * it. What was set by hand or by flag stays as it is, and nothing that raises risk is loaded unasked.
 *
 * <p>Engine thread only.
 */
final class PresetPilot {

    private final Parts parts;
    private final Core core;
    private final ParameterDesk parameters;
    private @Nullable Regime told;
    private @Nullable Regime followed;

    PresetPilot(Parts parts, ParameterDesk parameters) {
        this.parts = parts;
        core = parts.core();
        this.parameters = parameters;
    }

    /** @param free whether no preset is loaded for a while just now */
    void tick(Instant now, boolean free) {
        parts.pulse().regime().ifPresent(regime -> {
            suggest(regime, now);
            follow(regime, now, free);
        });
    }

    private void suggest(Regime regime, Instant now) {
        if (regime == told) {
            return;
        }
        told = regime;
        if (!core.tuning().parameters().presetAuto()
                && !regime.preset().equals(core.tuning().preset())) {
            core.diary().info(now, Words.say("engine.regime.fits", regime.text(), regime.preset()));
        }
    }

    /** Once per change of regime: what is taken back by {@code undo} stays back until the next. */
    private void follow(Regime regime, Instant now, boolean free) {
        if (!core.tuning().parameters().presetAuto()) {
            followed = null;
        } else if (free && regime != followed) {
            followed = regime;
            core.diary()
                    .tell(
                            now,
                            Kind.PRESET,
                            Words.say("engine.regime.looks-up", regime.text(), regime.preset()),
                            Fields.of("do", "load", "name", regime.preset(), "regime", regime.name()));
        }
    }

    void read(Input.PresetRead input) {
        var regime = followed;
        if (regime == null || !regime.preset().equals(input.name())) {
            return;
        }
        var now = core.now();
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
        if (!obstacle.isEmpty()) {
            core.diary().alert(now, Severity.WARN, text(regime, obstacle, List.of()));
            return;
        }
        var answer = parameters.change(values, "preset " + input.name(), input.name(), input.at());
        core.diary().info(now, text(regime, answer.text(), kept));
    }

    private static String text(Regime regime, String result, List<String> kept) {
        return kept.isEmpty()
                ? Words.say("engine.regime.preset", regime.text(), regime.preset(), result)
                : Words.say("engine.regime.preset-but", regime.text(), regime.preset(), result, Texts.list(kept));
    }

    private boolean isByHand(Parameter parameter) {
        var source = core.tuning().origin(parameter).source();
        return source.equals("command") || source.equals("flag");
    }

    private String obstacle(LinkedHashMap<String, String> values) {
        var now = core.tuning().parameters();
        Parameters next;
        try {
            next = now.with(values);
        } catch (IllegalArgumentException illegal) {
            return String.valueOf(illegal.getMessage());
        }
        return Risk.of(now, next) == Risk.RAISES ? Words.say("engine.regime.raises-risk") : "";
    }
}
