package makerdeck.engine.input;

import java.util.Map;
import makerdeck.snapshot.Mode;
import makerdeck.snapshot.ParameterSource;
import makerdeck.strategy.parameters.Parameter;
import makerdeck.strategy.parameters.Parameters;

/**
 * How a desk begins. Immutable.
 *
 * @param venue what the screen calls what trades against us, e.g. {@code demo}
 * @param sources where each parameter's value comes from, left out: by default
 * @param quotesAtOnce false: the desk starts paused and waits for {@code resume}
 * @param instanceTag 1..255, the same for every life of this desk, different from other desks of the account; 0: the
 *     desk only looks on and never sends anything
 * @param watched false: nobody asks for frames, and none is made after the first
 */
public record EngineSettings(
        Mode mode,
        String venue,
        String symbol,
        Parameters parameters,
        Map<Parameter, ParameterSource> sources,
        boolean quotesAtOnce,
        int instanceTag,
        boolean watched) {

    /** Of a desk that somebody looks at. */
    public EngineSettings(
            Mode mode,
            String venue,
            String symbol,
            Parameters parameters,
            Map<Parameter, ParameterSource> sources,
            boolean quotesAtOnce,
            int instanceTag) {
        this(mode, venue, symbol, parameters, sources, quotesAtOnce, instanceTag, true);
    }

    public EngineSettings {
        sources = Map.copyOf(sources);
    }
}
