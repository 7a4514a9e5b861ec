package makerdeck.console.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import makerdeck.command.CommandLanguage;
import makerdeck.command.PaneName;
import makerdeck.console.FixedContext;
import makerdeck.console.SampleDesk;
import makerdeck.console.line.LineView;
import makerdeck.console.line.Menu;
import makerdeck.console.line.Span;
import makerdeck.console.pane.widget.Glyphs;
import makerdeck.console.screen.TextScreen;
import makerdeck.console.theme.Role;
import makerdeck.message.Message;
import makerdeck.snapshot.Alert;
import makerdeck.snapshot.DeskState;
import makerdeck.snapshot.Mode;
import makerdeck.snapshot.Preview;
import makerdeck.snapshot.QuotingRow;
import makerdeck.snapshot.Severity;
import makerdeck.words.Spoken;
import org.junit.jupiter.api.Test;

/** Whole screens in every state that an operator must know at a glance. */
class GoldenStatesTest {

    private final Screens screens = new Screens();
    private final CommandLanguage language = new CommandLanguage(new FixedContext());

    @Test
    void paused() {
        screens.desk.state = DeskState.PAUSED;
        screens.desk.reason = "you, 4m left";
        screens.desk.orders = new ArrayList<>();
        screens.desk.quoting = new QuotingRow(
                null,
                "",
                null,
                null,
                null,
                null,
                "",
                "",
                Message.plain("paused by you"),
                Message.plain("paused by you"),
                null);

        assertEquals("""
                 SIM  SOL_USDC  PAUSED  you, 4m left  eq 1,000.0  md <1s eng <1s  41m left
                - Book -------------------------- <1s -|- Orders ---------------------- 0 open -
                   price    size depth            mine | no quotes: paused by you
                  148.51   32.00 =                     |
                  148.46   41.00 =                     |
                  148.41   99.00 ==                    |
                  148.36    1.20 =                     |
                  148.31  660.00 ===========           |
                - mid 148.300 ^ spr 0.02  0.013% ------|- Balances ------ <10s  in band +1.2pp -
                  148.29  177.40 ===                   | SOL 2.1020 (311.79)        USDC 688.21
                  148.25   31.05 =                     | 0%|....(===To===)....|............100%
                  148.21   88.00 =                     | now 31.2%  target 30%  trigger 15..45
                  148.17  340.00 =====                 | vol warming up  _.-.^^^.-....-.^^^
                  148.13  120.11 ==                    | spread none  fills/h 3  preset mid-vol
                - Fills ------------------------------- vol 92.50 SOL  fees 1.11  37 (19 buys) -
                 11:59:51 BUY   2.50 @ 148.17  B1 maker  fee 0.002 SOL   5s +.02%   -> 31.2%
                 11:59:29 SELL  2.50 @ 148.46  A1 maker  fee 0.29 USDC   5s -.01%   -> 29.9%
                 11:58:40 BUY   1.20 @ 148.05  B2 maker  fee 0.001 SOL   5s ..      -> 31.1%
                - Log ----------------------------------------------------------- newest first -
                 11:59:56 cmd  set spread 0.25 -> 0.30 %  applied 3ms, 4 orders move
                 11:59:30 WARN ask 2 rejected: order would immediately match and take
                 11:58:30 info depth stream resynced, gap 0
                SIM>
                 Enter run  Tab complete  Esc clear  ? help  F2 find  F8 F8 halt  F4 ack
                """, screens.paint(80, 24));
    }

    @Test
    void stale() {
        screens.now = SampleDesk.NOON.plusSeconds(5);
        screens.desk.at = screens.now.minusMillis(100);
        screens.desk.state = DeskState.PAUSED;
        screens.desk.reason = "auto: market data 5s old";
        screens.desk.orders = new ArrayList<>();
        screens.desk.quoting = new QuotingRow(
                null,
                "",
                null,
                null,
                null,
                null,
                "",
                "",
                Message.plain("market data is old"),
                Message.plain("market data is old"),
                null);

        assertEquals("""
                 SIM  SOL_USDC  PAUSED  auto: market data 5s old  eq 1.00k  md 6s STALE eng <1s
                - Book --------------------- 6s STALE -|- Orders ---------------------- 0 open -
                   price    size depth            mine | no quotes: market data is old
                  148.51   32.00 =                     |
                  148.46   41.00 =                     |
                  148.41   99.00 ==                    |
                  148.36    1.20 =                     |
                  148.31  660.00 ===========           |
                - mid 148.300 ^ spr 0.02  0.013% ------|- Balances ------ <10s  in band +1.2pp -
                  148.29  177.40 ===                   | SOL 2.1020 (311.79)        USDC 688.21
                  148.25   31.05 =                     | 0%|....(===To===)....|............100%
                  148.21   88.00 =                     | now 31.2%  target 30%  trigger 15..45
                  148.17  340.00 =====                 | vol warming up  _.-.^^^.-....-.^^^
                  148.13  120.11 ==                    | spread none  fills/h 3  preset mid-vol
                - Fills ------------------------------- vol 92.50 SOL  fees 1.11  37 (19 buys) -
                 11:59:51 BUY   2.50 @ 148.17  B1 maker  fee 0.002 SOL   5s +.02%   -> 31.2%
                 11:59:29 SELL  2.50 @ 148.46  A1 maker  fee 0.29 USDC   5s -.01%   -> 29.9%
                 11:58:40 BUY   1.20 @ 148.05  B2 maker  fee 0.001 SOL   5s ..      -> 31.1%
                - Log ----------------------------------------------------------- newest first -
                 11:59:56 cmd  set spread 0.25 -> 0.30 %  applied 3ms, 4 orders move
                 11:59:30 WARN ask 2 rejected: order would immediately match and take
                 11:58:30 info depth stream resynced, gap 0
                SIM>
                 Enter run  Tab complete  Esc clear  ? help  F2 find  F8 F8 halt  F4 ack
                """, screens.paint(80, 24));
    }

    @Test
    void haltedWithAnAlert() {
        screens.desk.mode = Mode.LIVE;
        screens.desk.state = DeskState.HALTED;
        screens.desk.reason = "session loss limit of 25 USDC reached";
        screens.desk.orders = new ArrayList<>();
        screens.desk.quoting = new QuotingRow(
                null, "", null, null, null, null, "", "", Message.plain("halted"), Message.plain("halted"), null);
        screens.desk.alerts = List.of(
                new Alert(SampleDesk.NOON, Severity.WARN, Message.plain("ask 2 rejected: post-only would cross"), 3),
                new Alert(
                        SampleDesk.NOON, Severity.CRITICAL, Message.plain("session loss limit of 25 USDC reached"), 1));

        assertEquals("""
                 LIVE  SOL_USDC  HALTED  session loss limit of 25 USDC reached  md <1s eng <1s
                !CRITICAL 12:00:00 session loss limit of 25 USDC reached      +1 more  [F4 ack]
                - Book -------------------------- <1s -|- Orders ---------------------- 0 open -
                  148.51   32.00 =                     | no quotes: halted
                  148.46   41.00 =                     |
                  148.41   99.00 ==                    |
                  148.36    1.20 =                     |
                  148.31  660.00 ===========           |
                - mid 148.300 ^ spr 0.02  0.013% ------|- Balances ------ <10s  in band +1.2pp -
                  148.29  177.40 ===                   | SOL 2.1020 (311.79)        USDC 688.21
                  148.25   31.05 =                     | 0%|....(===To===)....|............100%
                  148.21   88.00 =                     | now 31.2%  target 30%  trigger 15..45
                  148.17  340.00 =====                 | vol warming up  _.-.^^^.-....-.^^^
                  148.13  120.11 ==                    | spread none  fills/h 3  preset mid-vol
                - Fills ------------------------------- vol 92.50 SOL  fees 1.11  37 (19 buys) -
                 11:59:51 BUY   2.50 @ 148.17  B1 maker  fee 0.002 SOL   5s +.02%   -> 31.2%
                 11:59:29 SELL  2.50 @ 148.46  A1 maker  fee 0.29 USDC   5s -.01%   -> 29.9%
                 11:58:40 BUY   1.20 @ 148.05  B2 maker  fee 0.001 SOL   5s ..      -> 31.1%
                - Log ----------------------------------------------------------- newest first -
                 11:59:56 cmd  set spread 0.25 -> 0.30 %  applied 3ms, 4 orders move
                 11:59:30 WARN ask 2 rejected: order would immediately match and take
                 11:58:30 info depth stream resynced, gap 0
                LIVE>
                 Enter run  Tab complete  Esc clear  ? help  F2 find  F8 F8 halt  F4 ack
                """, screens.paint(80, 24));
    }

    @Test
    void previewOfALineThatRaisesRisk() {
        preview();

        assertEquals("""
                 LIVE  SOL_USDC  QUOTING   eq 1,000.0  pnl today -28.88  md <1s eng <1s  rtt 2ms
                - Book -------------------------- <1s -|- Orders ---------------------- 6 open -
                   price    size depth            mine | A3   148.67    2.50   +.25%   1m
                ^ 148.53    2.50 =    +.16% +1 A2 2.50 | A2   148.53    2.50   +.16%  15s  q 1.2
                > 148.46   41.00 =             A1 2.50 | A1   148.46    2.50   +.11%   3s  q 0.1
                  148.41   99.00 =                     | B1   148.17    2.50   -.09%   3s  q 0.1
                  148.36    1.20 =                     | B2   148.09    2.50   -.14%  15s  q 0.8
                  148.31  660.00 =========             | B3   147.97    2.50   -.22%   1m
                - mid 148.300 ^ spr 0.02  0.013% ------|- Balances ------ <10s  in band +1.2pp -
                  148.29  177.40 ==                    | SOL 2.1020 (311.79)        USDC 688.21
                  148.25   31.05 =                     | 0%|....(===To===)....|............100%
                  148.21   88.00 =                     | now 31.2%  target 30%  trigger 15..45
                > 148.17  340.00 ====          B1 2.50 | vol 3.4%/day MID  _.-.^^^.-....-.^^^
                v 148.09   15.00 =    -.14% +1 B2 2.50 | -.10% +.09%: volatility  fills/h 3
                 LIVE set fee-floor off spread 0.1 would do this:
                   spread 0.25 -> 0.1 %, fee-floor on -> off
                   spread 0.2 -> 0.1 % (spread)
                   a fill brings half the spread, 5 bp, less the fee, 8 bp: LOSES 3 bp
                   bids: B1 148.17 -> 148.22 2.50, B2 148.09 -> 148.15 2.50, B3 147.97 ->
                     148.04 2.50; worth 1111.03 USDC
                   asks: A1 148.46 -> 148.37 2.50, A2 148.53 -> 148.44 2.50, A3 148.67 ->
                     148.55 2.50; worth 1113.40 USDC
                LIVE>
                 type yes within 12 s, anything else is no
                """, screens.paint(80, 24));
    }

    @Test
    void previewOnATinyScreen() {
        preview();

        assertEquals("""
                 LIVE  SOL_USDC  QUOTING   md <1s eng <1s
                 LIVE set fee-floor off spread 0.1 would do~
                   spread 0.25 -> 0.1 %, fee-floor on ->
                     off
                   spread 0.2 -> 0.1 % (spread)
                   a fill brings half the spread, 5 bp,
                     less the fee, 8 bp: LOSES 3 bp
                   bids: B1 148.17 -> 148.22 2.50, B2
                     148.09 -> 148.15 2.50, B3 147.97 ->
                     148.04 2.50; worth 1111.03 USDC
                   asks: A1 148.46 -> 148.37 2.50, A2
                     148.53 -> 148.44 2.50, A3 148.67 ->
                     148.55 2.50; worth 1113.40 USDC
                LIVE>
                 type yes within 12 s, anything else is no
                """, screens.paint(44, 15));
    }

    @Test
    void popupOfCompletions() {
        var text = "set spread ";
        screens.line = new LineView(
                List.of(List.of(new Span(Role.INPUT, text))),
                0,
                text.length(),
                text,
                Spoken.ENGLISH.say(language.hint(text).orElseThrow()),
                false,
                new Menu(language.complete(text, text.length()), 1));

        assertEquals("""
                 SIM  SOL_USDC  QUOTING   eq 1,000.0  pnl today -28.88  md <1s eng <1s  41m left
                - Book -------------------------- <1s -|- Orders ---------------------- 6 open -
                   price    size depth            mine | A3   148.67    2.50   +.25%   1m
                ^ 148.53    2.50 =    +.16% +1 A2 2.50 | A2   148.53    2.50   +.16%  15s  q 1.2
                > 148.46   41.00 =             A1 2.50 | A1   148.46    2.50   +.11%   3s  q 0.1
                  148.41   99.00 =                     | B1   148.17    2.50   -.09%   3s  q 0.1
                  148.36    1.20 =                     | B2   148.09    2.50   -.14%  15s  q 0.8
                  148.31  660.00 =========             | B3   147.97    2.50   -.22%   1m
                - mid 148.300 ^ spr 0.02  0.013% ------|- Balances ------ <10s  in band +1.2pp -
                  148.29  177.40 ==                    | SOL 2.1020 (311.79)        USDC 688.21
                  148.25   31.05 =                     | 0%|....(===To===)....|............100%
                  148.21   88.00 =                     | now 31.2%  target 30%  trigger 15..45
                > 148.17  340.00 ====          B1 2.50 | vol 3.4%/day MID  _.-.^^^.-....-.^^^
                v 148.09   15.00 =    -.14% +1 B2 2.50 | -.10% +.09%: volatility  fills/h 3
                - Fills ------------------------------- vol 92.50 SOL  fees 1.11  37 (19 buys) -
                 11:59:51 BUY   2.50 @ 148.17  B1 maker  fee 0.002 SOL   5s +.02%   -> 31.2%
                 11:59:29 SELL  2.50 @ 148.46  A1 maker  fee 0.29 USDC   5s -.01%   -> 29.9%
                 11:58:40 BUY   1.20 @ 148.05  B2 maker  fee 0.001 SOL   5s ..      -> 31.1%
                - Log ----------------------------------------------------------- newest first -
                   0.25   now
                 > 0.001  least, of 0.001..20 %
                   20     most, of 0.001..20 %
                SIM> set spread
                 set KEY VALUE...   full bid-ask width in % of mid, 0.001..20 %   now 0.25 %
                """, screens.paint(80, 24));
    }

    @Test
    void aWrongWordWithItsReason() {
        var text = "set spread 99";
        screens.line = new LineView(
                List.of(List.of(new Span(Role.INPUT, "set spread "), new Span(Role.INPUT_WRONG, "99"))),
                0,
                text.length(),
                text,
                Spoken.ENGLISH.say(language.hint(text).orElseThrow()),
                true,
                Menu.CLOSED);

        assertEquals("""
                SIM> set spread 99
                 spread must be 0.001..20 %, was 99; nearest legal is 20
                """, lastRows(2));
    }

    @Test
    void help() {
        screens.desk.log.clear();
        screens.page = TextScreen.fixed(
                "Help",
                language.help("").stream()
                        .flatMap(line -> line.said(text -> Spoken.ENGLISH.say(text)).stream())
                        .toList());

        assertEquals("""
                 SIM  SOL_USDC  QUOTING   eq 1,000.0  pnl today -28.88  md <1s eng <1s  41m left
                - Help ------------------------------------ 1..20 of 69  PgUp PgDn  Esc closes -
                 set KEY VALUE...                   changes parameters, all or none; +10% is
                                                    relative to the value now
                 get [KEY]                          says what a parameter is, its unit, range
                                                    and source; without a key all of them
                 pause [bid|ask] [for LENGTH]       takes the quotes of both sides or one away,
                                                    for a time or until resumed
                 resume [bid|ask]                   quotes again
                 halt                               cancels all own orders and stops
                 cancel all|bid|ask|TAG             cancels all own orders, those of a side, or
                                                    one
                 rebalance now|dry|stop|on|off      brings the base asset to its target now,
                                                    only says how, stops doing so, or does it
                                                    by itself
                 load preset NAME [for LENGTH]      changes what a preset says, all or none,
                                                    for a time or until changed again
                 save preset NAME [replace]         writes what differs from the defaults as a
                                                    preset of your own; replace: in place of
                                                    one of that name
                 diff preset NAME                   says what loading a preset would change,
                                                    old -> new; nothing is applied
                SIM>
                 Esc back  PgDn scroll  Home first  End last  F8 F8 halt
                """, screens.paint(80, 24));
    }

    @Test
    void theLogAloneScrolledAndFiltered() {
        screens.focus = new PaneFocus(
                PaneName.LOG,
                true,
                Map.of(PaneName.LOG, Scroll.top(SampleDesk.NOON.minusSeconds(5))),
                PaneName.LOG,
                "ed");

        assertEquals("""
                 SIM  SOL_USDC  QUOTING   eq 1,000.0  md <1s eng <1s
                -[Log /ed]--------------------- PAUSED, 1 new, End follows -
                 11:59:30 WARN ask 2 rejected: order would immediately match
                               and take
                 11:58:30 info depth stream resynced, gap 0









                SIM>
                 Enter zoom  Tab next  PgDn scroll  Home hold  End follow
                """, screens.paint(60, 16));
    }

    @Test
    void parametersAloneWithTheirDifferencesFromThePreset() {
        screens.focus = PaneFocus.NONE.zoom(PaneName.PARAMETERS);
        screens.preset = Map.of("spread", "0.25", "target", "30");

        assertEquals("""
                 SIM  SOL_USDC  QUOTING   eq 1,000.0  pnl today -28.88  md <1s eng <1s  41m left
                -[Parameters]------------------------------------ preset mid-vol, 1 difference -
                *spread       0.3 %        command  preset 0.25
                 spread.mode  volatility
                 layers       3
                 quantity     auto
                 target       30 %         preset mid-vol







                SIM>
                 Enter zoom  Tab next  PgDn scroll  Home hold  End follow  / filter  Esc back
                """, screens.paint(80, 16));
    }

    @Test
    void asAUnicodeTerminalShowsIt() {
        screens.glyphs = Glyphs.UNICODE;

        assertEquals("""
                 SIM  SOL_USDC  QUOTING   eq 1,000.0  pnl today -28.88  md <1s eng <1s  41m left
                ╌ Book ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ <1s ╌╎╌ Orders ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 6 open ╌
                   price    size depth            mine ╎ A3   148.67    2.50   +.25%   1m
                ▴ 148.53    2.50 ╍    +.16% +1 A2 2.50 ╎ A2   148.53    2.50   +.16%  15s  q 1.2
                > 148.46   41.00 ╍             A1 2.50 ╎ A1   148.46    2.50   +.11%   3s  q 0.1
                  148.41   99.00 ╍                     ╎ B1   148.17    2.50   -.09%   3s  q 0.1
                  148.36    1.20 ╍                     ╎ B2   148.09    2.50   -.14%  15s  q 0.8
                  148.31  660.00 ╍╍╍╍╍╍╍╍╍             ╎ B3   147.97    2.50   -.22%   1m
                ╌ mid 148.300 ▴ spr 0.02  0.013% ╌╌╌╌╌╌╎╌ Balances ╌╌╌╌╌╌ <10s  in band +1.2pp ╌
                  148.29  177.40 ╍╍                    ╎ SOL 2.1020 (311.79)        USDC 688.21
                  148.25   31.05 ╍                     ╎ 0%|╌╌╌╌(╍╍╍To╍╍╍)╌╌╌╌|╌╌╌╌╌╌╌╌╌╌╌╌100%
                  148.21   88.00 ╍                     ╎ now 31.2%  target 30%  trigger 15..45
                > 148.17  340.00 ╍╍╍╍          B1 2.50 ╎ vol 3.4%/day MID  ⣀⠔⠱⢢⠦⠓⠢⠤⠔⢢⠔⠔⠜⠢⠤
                ▾ 148.09   15.00 ╍    -.14% +1 B2 2.50 ╎ -.10% +.09%: volatility  fills/h 3
                ╌ Fills ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ vol 92.50 SOL  fees 1.11  37 (19 buys) ╌
                 11:59:51 BUY   2.50 @ 148.17  B1 maker  fee 0.002 SOL   5s +.02%   -> 31.2%
                 11:59:29 SELL  2.50 @ 148.46  A1 maker  fee 0.29 USDC   5s -.01%   -> 29.9%
                 11:58:40 BUY   1.20 @ 148.05  B2 maker  fee 0.001 SOL   5s ..      -> 31.1%
                ╌ Log ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ newest first ╌
                 11:59:56 cmd  set spread 0.25 -> 0.30 %  applied 3ms, 4 orders move
                 11:59:30 WARN ask 2 rejected: order would immediately match and take
                 11:58:30 info depth stream resynced, gap 0
                SIM>
                 Enter run  Tab complete  Esc clear  ? help  F2 find  F8 F8 halt  F4 ack
                """, screens.paint(80, 24));
    }

    private void preview() {
        screens.desk.mode = Mode.LIVE;
        screens.question = new Question(3, "set fee-floor off spread 0.1", "yes", SampleDesk.NOON.plusSeconds(12));
        screens.desk.preview = new Preview(
                3,
                Stream.of(
                                "spread 0.25 -> 0.1 %, fee-floor on -> off",
                                "spread 0.2 -> 0.1 % (spread)",
                                "a fill brings half the spread, 5 bp, less the fee, 8 bp: LOSES 3 bp",
                                "bids: B1 148.17 -> 148.22 2.50, B2 148.09 -> 148.15 2.50, B3 147.97 -> 148.04 2.50;"
                                        + " worth 1111.03 USDC",
                                "asks: A1 148.46 -> 148.37 2.50, A2 148.53 -> 148.44 2.50, A3 148.67 -> 148.55 2.50;"
                                        + " worth 1113.40 USDC")
                        .map(Message::plain)
                        .toList());
    }

    private String lastRows(int count) {
        var rows = screens.paint(80, 24).lines().toList();
        return String.join("\n", rows.subList(rows.size() - count, rows.size())) + "\n";
    }
}
