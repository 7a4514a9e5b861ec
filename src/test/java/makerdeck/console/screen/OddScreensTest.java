package makerdeck.console.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import makerdeck.command.CommandLanguage;
import makerdeck.command.DeskCommand;
import makerdeck.command.PaneName;
import makerdeck.command.ScreenName;
import makerdeck.console.FixedContext;
import makerdeck.console.SampleDesk;
import makerdeck.console.keys.Action.Full;
import makerdeck.console.pane.PaneFocus;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.message.Message;
import makerdeck.snapshot.Results;
import makerdeck.words.Spoken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any desk on any screen of any size: what breaks a frame ends the desk, so nothing may. Small fees and large funds,
 * markets of all kinds, what is empty, missing, crossed, old or not there yet. {@code -Dcampaign=N}: more of them.
 */
class OddScreensTest {

    private static final int FRAMES = 12;

    static LongStream seeds() {
        return LongStream.range(0, 40L * Math.max(1, Integer.getInteger("campaign", 1)));
    }

    private final ScreenStage stage = new ScreenStage();
    private final SampleResults results = new SampleResults();
    private SplittableRandom random = new SplittableRandom();

    @ParameterizedTest
    @MethodSource("seeds")
    void aFrameIsPaintedWhateverThereIs(long seed) {
        random = new SplittableRandom(seed);
        var odd = new OddDesk(stage.desk, random);
        var catalogue = new ScreenCatalogue(new CommandLanguage(new FixedContext()), results);
        for (int frame = 0; frame < FRAMES; frame++) {
            odd.change();
            stage.speech = random.nextBoolean() ? Spoken.ENGLISH : Spoken.CHINESE;
            stage.glyphs = random.nextBoolean() ? Glyphs.ASCII : Glyphs.UNICODE;
            stage.now = SampleDesk.NOON.plusMillis(random.nextLong(-5_000, 100_000_000));
            stage.history.see(stage.desk.snapshot(), odd.mid(), stage.now);
            stage.size(random.nextInt(1, random.nextBoolean() ? 220 : 60), random.nextInt(1, 70));
            page(catalogue);
            stage.typed(
                    random.nextInt(4) == 0
                            ? List.of("/b", "/", "set spread 9", "why").get(random.nextInt(4))
                            : "");
            check();
            for (int key = random.nextInt(6); key > 0; key--) {
                stage.press(Full.values()[random.nextInt(Full.values().length)]);
            }
            stage.size(random.nextInt(1, 220), random.nextInt(1, 70));
            check();
        }
        // Where a word begins that is no key of the bundles, that key would stand.
        assertTrue(stage.picture().lines().noneMatch(row -> row.contains("console.")), stage::picture);
    }

    private void check() {
        var cells = stage.cells();
        assertEquals(stage.rows, cells.size());
    }

    private void page(ScreenCatalogue catalogue) {
        stage.focus = PaneFocus.NONE;
        if (random.nextInt(3) == 0) {
            stage.screens.closeAll();
            if (random.nextBoolean()) {
                stage.focus = stage.focus.zoom(PaneName.values()[random.nextInt(PaneName.values().length)]);
            }
        } else if (random.nextInt(5) == 0) {
            var topics = DeskCommand.Why.Topic.values();
            stage.screens.show(
                    random.nextBoolean()
                            ? new ScreenGuide()
                            : WhyScreen.of(topics[random.nextInt(topics.length)], stage.speech));
        } else {
            results.answer = random.nextBoolean()
                    ? new Results.Answer(SampleResults.results(), null)
                    : new Results.Answer(null, random.nextBoolean() ? Message.plain("gone") : null);
            var name = ScreenName.values()[random.nextInt(ScreenName.values().length)];
            stage.screens.show(catalogue.open(name).orElseThrow());
        }
    }
}
