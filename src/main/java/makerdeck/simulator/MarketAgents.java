package makerdeck.simulator;

import java.util.ArrayList;
import java.util.List;

/** All the simulated traders of one market. */
final class MarketAgents {

    private static final int PROVIDERS = 6;

    private final Pit pit;
    private final Agenda agenda;
    private final Fundamental fundamental;
    private final Backstop backstop;
    private final long seed;
    private final long startNanos;
    private final List<LiquidityProvider> providers = new ArrayList<>();
    private Shift shift;
    private int shifts;

    /** Begins now, which may be before the settings' start. */
    MarketAgents(MatchingBook book, Pit.Floor floor, Agenda agenda, ExchangeSettings settings, MarketPreset preset) {
        this.agenda = agenda;
        seed = settings.seed();
        startNanos = settings.startNanos();
        fundamental = Fundamental.through(settings, agenda.now(), preset.parameters());
        pit = new Pit(
                book, floor, settings.market().rules(), settings.startPrice().doubleValue());
        backstop = new Backstop(pit, agenda, fundamental);
        shift = new Shift(agenda);
        backstop.run();
        begin(preset.parameters());
    }

    /** Sends everybody home and has the traders of another kind of market go on from this price. */
    void become(MarketPreset preset) {
        shift.end();
        providers.forEach(LiquidityProvider::withdraw);
        providers.clear();
        shift = new Shift(agenda);
        shifts++;
        fundamental.become(agenda.now(), preset.parameters());
        begin(preset.parameters());
    }

    private void begin(AgentParameters parameters) {
        long draws = seed ^ ((long) shifts << Integer.SIZE);
        for (int rank = 0; rank < PROVIDERS; rank++) {
            var provider = new LiquidityProvider(rank, pit, shift, fundamental, parameters, draws);
            providers.add(provider);
            provider.run();
        }
        new LimitFlow(pit, shift, parameters, draws).run();
        new NoiseTakers(pit, shift, parameters, draws).run();
        if (parameters.visitRate() > 0) {
            // Nobody watches before the start, and what they do would pass for volatility.
            var visitors = new Visitors(pit, shift, parameters, draws);
            shift.after(Math.max(0, startNanos - agenda.now()), visitors);
        }
        if (parameters.informedRate() > 0) {
            new InformedTakers(pit, shift, fundamental, parameters, draws).run();
        }
    }

    /** Called at the end of every event: no side stays empty. */
    void keepBothSides() {
        backstop.restore();
    }
}
