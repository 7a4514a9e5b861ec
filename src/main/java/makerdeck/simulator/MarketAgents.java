package makerdeck.simulator;

/** All the simulated traders of one market. */
final class MarketAgents {

    private static final int PROVIDERS = 6;

    private final Backstop backstop;

    /** Puts them on the agenda, which may begin before the settings' start. */
    MarketAgents(MatchingBook book, Pit.Floor floor, Agenda agenda, ExchangeSettings settings, MarketPreset preset) {
        var parameters = preset.parameters();
        var rules = settings.market().rules();
        long seed = settings.seed();
        var fundamental = Fundamental.through(settings, agenda.now(), parameters);
        var pit = new Pit(book, floor, rules, settings.startPrice().doubleValue());
        backstop = new Backstop(pit, agenda, fundamental);
        agenda.after(0, backstop);
        for (int rank = 0; rank < PROVIDERS; rank++) {
            agenda.after(0, new LiquidityProvider(rank, pit, agenda, fundamental, parameters, seed));
        }
        agenda.after(0, new LimitFlow(pit, agenda, parameters, seed));
        agenda.after(0, new NoiseTakers(pit, agenda, parameters, seed));
        if (parameters.visitRate() > 0) {
            agenda.after(0, new Visitors(pit, agenda, parameters, seed));
        }
        if (parameters.informedRate() > 0) {
            agenda.after(0, new InformedTakers(pit, agenda, fundamental, parameters, seed));
        }
    }

    /** Called at the end of every event: no side stays empty. */
    void keepBothSides() {
        backstop.restore();
    }
}
