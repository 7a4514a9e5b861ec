package makerdeck.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import makerdeck.embedded.EmbeddedVenue;
import makerdeck.laboratory.backtest.Comparison;
import makerdeck.laboratory.model.RunSettings;
import makerdeck.laboratory.model.Strategy;
import makerdeck.laboratory.statistics.Seeds;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.settings.PresetFile;
import makerdeck.settings.RunChoice;
import makerdeck.simulator.model.MarketSource;
import makerdeck.simulator.model.QueueModel;
import makerdeck.strategy.parameters.Parameters;

/**
 * What was asked for, judged. Immutable.
 *
 * @param market in one line that tells it from every other
 * @param base of the first seed, with the desk that was asked for
 */
record RunPlan(String market, RunSettings base, Seeds seeds) {

    private static final Duration USUAL = Duration.ofHours(3);

    /** A recorded feed is over before. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    /** Throws {@link MistakeException} naming what is wrong, {@link IOException} naming a file. */
    static RunPlan of(RunChoice choice, PresetFile presets) throws IOException {
        var replay = choice.replay();
        var recorded = !replay.isEmpty();
        var seeds = recorded ? Seeds.of("1") : Seeds.of(choice.seeds());
        var listed = recorded ? EmbeddedVenue.recorded(replay) : EmbeddedVenue.listed(choice.symbol());
        var length = choice.length();
        return new RunPlan(
                market(choice),
                new RunSettings(
                        listed,
                        recorded
                                ? new MarketSource.Recording(replay, QueueModel.of(choice.queue()))
                                : new MarketSource.Agents(EmbeddedVenue.preset(choice.market())),
                        seeds.list().get(0),
                        length == null ? recorded ? LONGEST : USUAL : length,
                        new Strategy.Desk(parameters(choice, presets)),
                        choice.latency(),
                        choice.fees(),
                        choice.funds().isEmpty() ? RunSettings.usualFunds(listed) : choice.funds()),
                seeds);
    }

    private static Parameters parameters(RunChoice choice, PresetFile presets) {
        var preset = choice.preset();
        var parameters = Parameters.defaults();
        if (preset != null) {
            parameters = presets.applied(preset, presets.read(preset), parameters);
        }
        parameters = parameters.with(choice.values());
        if (parameters.presetAuto()) {
            throw new MistakeException(Message.of("laboratory.preset-auto"));
        }
        return parameters;
    }

    /** Files by what is in them: two of one name may differ. */
    private static String market(RunChoice choice) throws IOException {
        if (choice.replay().isEmpty()) {
            return choice.market();
        }
        var files = new ArrayList<String>();
        for (var file : choice.replay()) {
            files.add(file.getFileName() + " sha256:" + hash(file));
        }
        return String.join(" + ", files) + " queue "
                + QueueModel.of(choice.queue()).text();
    }

    private static String hash(Path file) throws IOException {
        var digest = Comparison.sha256();
        try (var bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
