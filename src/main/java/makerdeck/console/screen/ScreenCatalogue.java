package makerdeck.console.screen;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import makerdeck.command.CommandLanguage;
import makerdeck.command.ScreenName;

/** Which full screens there are, and how each is made. Any thread; what it makes belongs to the UI thread. */
public final class ScreenCatalogue {

    private final Map<ScreenName, Supplier<FullScreen>> screens;

    public ScreenCatalogue(CommandLanguage language, ResultsSource results) {
        screens = Map.of(
                ScreenName.ORDERS, () -> new TableScreen<>(new OrdersTable()),
                ScreenName.FILLS, () -> new TableScreen<>(new FillsTable()),
                ScreenName.PARAMETERS, () -> new TableScreen<>(new ParametersTable(language)),
                ScreenName.PRESETS, () -> new TableScreen<>(new PresetsTable(language)),
                ScreenName.FAULTS, () -> new TableScreen<>(new FaultsTable(language)),
                ScreenName.RESULTS, () -> new ResultsScreen(results),
                ScreenName.ALERTS, () -> new TableScreen<>(new AlertsTable()));
    }

    public boolean has(ScreenName name) {
        return screens.containsKey(name);
    }

    /** A new one, as it is when nobody has done anything to it; empty when there is none. */
    public Optional<FullScreen> open(ScreenName name) {
        return Optional.ofNullable(screens.get(name)).map(Supplier::get);
    }
}
