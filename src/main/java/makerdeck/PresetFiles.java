package makerdeck;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import makerdeck.engine.input.PresetStore;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.process.FileErrors;
import makerdeck.settings.PresetFile;
import makerdeck.snapshot.Severity;

/** Presets are files: read and written by the clerk, the outcome comes back as news for the desk. Any thread. */
final class PresetFiles implements PresetStore {

    private final Executor clerk;
    private final PresetFile presets;
    private final BiConsumer<Severity, Message> news;
    private final BiConsumer<String, Map<String, String>> readings;

    /**
     * @param clerk on whose thread files are touched
     * @param news takes what came of a writing, and what went wrong
     * @param readings takes a preset's name and what its file says
     */
    PresetFiles(
            Executor clerk,
            PresetFile presets,
            BiConsumer<Severity, Message> news,
            BiConsumer<String, Map<String, String>> readings) {
        this.clerk = clerk;
        this.presets = presets;
        this.news = news;
        this.readings = readings;
    }

    @Override
    public void read(String name) {
        carryOut(name, () -> readings.accept(name, presets.read(name)));
    }

    @Override
    public void write(String name, Map<String, String> values, boolean replace) {
        var written = new LinkedHashMap<>(values);
        carryOut(name, () -> {
            var file = presets.write(name, written, replace);
            news.accept(Severity.INFO, Message.of("program.clerk.preset-saved", name, file));
        });
    }

    private interface FileWork {
        void run() throws IOException;
    }

    private void carryOut(String name, FileWork work) {
        clerk.execute(() -> {
            try {
                work.run();
            } catch (MistakeException wrong) {
                // What is wrong with a preset names it by itself.
                failed(wrong.said(), wrong);
            } catch (IOException | RuntimeException failed) {
                failed(Message.of("program.clerk.preset-failed", name, FileErrors.of(failed)), failed);
            }
        });
    }

    private void failed(Message what, Exception why) {
        FileErrors.log(what, why);
        news.accept(Severity.WARN, what);
    }
}
