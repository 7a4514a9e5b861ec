package makerdeck.simulator.agents;

import java.util.ArrayList;
import java.util.List;
import makerdeck.simulator.floor.AgentMarket;
import makerdeck.simulator.matching.MatchingBook;
import makerdeck.simulator.model.AgentParameters;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.schedule.AgentSchedule;
import makerdeck.simulator.schedule.EventQueue;

/** All the simulated traders of one market. */
public final class MarketAgents {

    private static final int PROVIDERS = 6;

    private final AgentMarket market;
    private final EventQueue queue;
    private final Fundamental fundamental;
    private final BackstopLiquidity backstop;
    private final long seed;
    private final long startNanos;
    private final List<LiquidityProvider> providers = new ArrayList<>();
    private AgentSchedule schedule;
    private int shifts;

    /** Begins now, which may be before the settings' start. */
    public MarketAgents(
            MatchingBook book,
            AgentMarket.Floor floor,
            EventQueue queue,
            ExchangeSettings settings,
            MarketPreset preset) {
        this.queue = queue;
        seed = settings.seed();
        startNanos = settings.startNanos();
        long begin = queue.now();
        fundamental = Fundamental.through(
                settings, begin, preset.parameters(), alone -> rehearse(alone, begin, settings, preset.parameters()));
        market = new AgentMarket(
                book, floor, settings.market().rules(), settings.startPrice().doubleValue());
        backstop = new BackstopLiquidity(market, queue, fundamental, seed);
        schedule = new AgentSchedule(queue);
        backstop.run();
        begin(preset.parameters());
    }

    /** Sends everybody home and has the traders of another kind of market go on from this price. */
    public void become(MarketPreset preset) {
        schedule.end();
        providers.forEach(LiquidityProvider::withdraw);
        providers.clear();
        schedule = new AgentSchedule(queue);
        shifts++;
        fundamental.become(queue.now(), preset.parameters());
        begin(preset.parameters());
    }

    private void begin(AgentParameters parameters) {
        long draws = seed ^ ((long) shifts << Integer.SIZE);
        for (int rank = 0; rank < PROVIDERS; rank++) {
            var provider = new LiquidityProvider(rank, market, schedule, fundamental, parameters, draws);
            providers.add(provider);
            provider.run();
        }
        new LimitFlow(market, schedule, fundamental, parameters, draws).run();
        takers(
                schedule,
                fundamental,
                (side, limit, lots) -> market.take(side, limit, market.steps(lots)),
                parameters,
                draws);
        if (parameters.visitRate() > 0) {
            // Nobody watches before the start, and what they do would pass for volatility.
            var sporadicTraders = new SporadicTraders(market, schedule, parameters, draws);
            schedule.after(Math.max(0, startNanos - queue.now()), sporadicTraders);
        }
        if (parameters.informedRate() > 0) {
            new InformedTakers(market, schedule, fundamental, parameters, draws).run();
        }
    }

    /** Those whose orders move the fundamental, as they will trade until the start. */
    private static void rehearse(
            Fundamental alone, long beginNanos, ExchangeSettings settings, AgentParameters parameters) {
        var stage = new EventQueue(beginNanos);
        takers(new AgentSchedule(stage), alone, (side, limit, lots) -> {}, parameters, settings.seed());
        stage.runUntil(settings.startNanos(), () -> {});
    }

    private static void takers(
            AgentSchedule schedule, Fundamental fundamental, Takings takings, AgentParameters parameters, long draws) {
        new NoiseTakers(schedule, fundamental, takings, parameters, draws).run();
        new Metaorders(schedule, fundamental, takings, parameters, draws).run();
    }

    /** Called at the end of every event: no side stays empty. */
    public void keepBothSides() {
        backstop.restore();
    }
}
