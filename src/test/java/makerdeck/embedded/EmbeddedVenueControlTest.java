package makerdeck.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SplittableRandom;
import makerdeck.backpack.server.BackpackServer;
import makerdeck.backpack.server.ServerRuntime;
import makerdeck.backpack.server.ServerSettings;
import makerdeck.backpack.server.base.ServerListener;
import makerdeck.command.DeskCommand.Rehearse;
import makerdeck.command.DeskCommand.Rehearse.What;
import makerdeck.engine.input.VenueControl;
import makerdeck.message.Keys;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.simulator.faults.Fault;
import makerdeck.simulator.model.ExchangeSettings;
import makerdeck.simulator.model.ListedMarkets;
import makerdeck.simulator.model.MarketPreset;
import makerdeck.simulator.model.MarketSource;
import makerdeck.words.Language;
import makerdeck.words.Speech;
import makerdeck.words.Spoken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator can have the simulated venue do. */
class EmbeddedVenueControlTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-09-01T12:00:00Z"), ZoneOffset.UTC);
    private static final long NOW = NOON.millis() * 1_000_000;

    private BackpackServer venue;
    private EmbeddedVenueControl control;

    @BeforeEach
    void open() throws IOException {
        venue = BackpackServer.open(
                new ExchangeSettings(
                        ListedMarkets.find("SOL_USDC").orElseThrow(),
                        new BigDecimal("150"),
                        new MarketSource.Agents(MarketPreset.CALM),
                        7,
                        NOW,
                        Duration.ZERO),
                new ServerSettings(0, Map.of("USDC", new BigDecimal("7000")), ExchangeSettings.STANDARD_FEES),
                new ServerRuntime(name -> Thread::new, NOON, new SplittableRandom(7)),
                ServerListener.NONE);
        control = new EmbeddedVenueControl(venue, NOON);
    }

    @AfterEach
    void close() {
        venue.close();
    }

    private Message act(What what, String name, @Nullable Duration length) {
        return control.act(new Rehearse(what, name, length));
    }

    @Test
    void aFaultLastsAsLongAsIsSaidOrAsIsUsual() {
        assertEquals(
                Message.of("program.venue.fault", "ws-silence", 30, Message.of("simulator.fault.ws-silence")),
                act(What.FAULT, "ws-silence", Duration.ofSeconds(30)));
        act(What.FAULT, "post-timeout", null);

        assertTrue(venue.faults().isOn(Fault.WS_SILENCE, NOW + 29_000_000_000L));
        assertFalse(venue.faults().isOn(Fault.WS_SILENCE, NOW + 30_000_000_000L));
        assertTrue(venue.faults().isOn(Fault.POST_TIMEOUT, NOW + 9_000_000_000L));
        assertFalse(venue.faults().isOn(Fault.POST_TIMEOUT, NOW + 10_000_000_000L));
    }

    @Test
    void allFaultsAreListedAndThoseThatAreOnWithTheTimeTheyHave() {
        act(What.FAULT, "ban", Duration.ofSeconds(7));

        var list = act(What.FAULTS, "", null);

        assertEquals("program.venue.faults", list.key());
        assertTrue(String.valueOf(list.values().get(0)).startsWith("post-lost, post-timeout, "), list::toString);
        assertEquals(
                Message.of("program.venue.fault-left", "ban", 7), list.values().get(1));
    }

    @Test
    void whatIsOnIsToldWithTheMomentItEnds() {
        assertEquals(Map.of(), control.faults());
        act(What.FAULT, "ban", Duration.ofSeconds(7));
        act(What.FAULT, "ban", Duration.ofSeconds(3));
        act(What.FAULT, "ws-silence", Duration.ofSeconds(30));

        assertEquals(
                Map.of(
                        "ban",
                        NOON.instant().plusSeconds(7),
                        "ws-silence",
                        NOON.instant().plusSeconds(30)),
                control.faults());

        act(What.CALM, "", null);
        assertEquals(Map.of(), control.faults());
    }

    @Test
    void answersInTheOperatorsLanguageAndNamesWhatIsTypedAsItIsTyped() {
        var ban = act(What.FAULT, "ban", null);
        var list = Spoken.CHINESE.say(act(What.FAULTS, "", null));

        assertEquals("ban 持續 10 秒：只回覆「此位址已被封鎖」", Spoken.CHINESE.say(ban));
        assertTrue(list.startsWith("post-lost, post-timeout, ") && list.endsWith("；目前：ban 還有 10 秒"), list);
        assertEquals("市場從現在起是 wild", Spoken.CHINESE.say(act(What.MARKET, "wild", null)));
    }

    @Test
    void everyFaultIsExplainedInBothLanguages() {
        var messages = Fault.all().stream().map(Fault::help).toList();
        var english = messages.stream().map(new Speech(Language.ENGLISH)::say).toList();
        var chinese = messages.stream()
                .map(new Speech(Language.TRADITIONAL_CHINESE)::say)
                .toList();

        for (int i = 0; i < english.size(); i++) {
            assertFalse(english.get(i).startsWith("simulator."), english.get(i));
            assertTrue(chinese.get(i).matches(".*\\p{IsHan}.*"), chinese.get(i));
        }
    }

    @Test
    void calmEndsAllFaults() {
        act(What.FAULT, "ban", null);

        act(What.CALM, "", null);

        assertEquals("program.venue.faults-none", act(What.FAULTS, "", null).key());
    }

    @Test
    void theMarketBecomesAnother() {
        assertEquals(Message.of("program.venue.became", "wild"), act(What.MARKET, "wild", null));
        assertTrue(Keys.of(act(What.MARKET, "", null)).contains("flash-crash"));

        assertThrows(MistakeException.class, () -> act(What.MARKET, "mad", null));
    }

    @Test
    void aRealVenueIsNeverTold() {
        var refusal = assertThrows(
                MistakeException.class, () -> VenueControl.NONE.act(new Rehearse(What.FAULT, "ban", null)));

        assertEquals("engine.rehearsal.none", Keys.of(refusal));
    }
}
