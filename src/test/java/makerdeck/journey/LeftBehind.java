package makerdeck.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a killed desk has left in its folder, and the venue on which its orders rest. */
final class LeftBehind implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final VenueProcess venue;
    private final List<Path> files = new ArrayList<>();

    /** Trades until something was bought or sold, then dies together with its guardian. */
    LeftBehind(Path home) throws IOException, InterruptedException {
        venue = new VenueProcess(Files.createDirectories(home), "--market", "normal");
        try (var desk = new HeadlessDesk(home, venue.environment(), "--exchange", "backpack", "--start")) {
            desk.agree("set spread 0.01 spread.mode fixed fee-floor off");
            desk.await("fill", PATIENCE, fill -> true);
            desk.killWithGuardian();
        }
        try (var left = Files.list(home.resolve("state"))) {
            left.filter(file -> !file.toString().endsWith(".log")).forEach(files::add);
        }
    }

    Map<String, String> environment() {
        return venue.environment();
    }

    String shellPrefix() {
        return venue.shellPrefix();
    }

    /** Gives another life on the same account the same past. */
    void copyTo(Path home) throws IOException {
        var state = Files.createDirectories(home.resolve("state"));
        for (var file : files) {
            Files.copy(file, state.resolve(file.getFileName()));
        }
    }

    @Override
    public void close() {
        venue.close();
    }
}
