package makerdeck.console.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole screens, as an operator sees them. */
class LayoutsTest {

    private final Screens screens = new Screens();

    @Test
    void theUsualTerminal() {
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
                 11:59:56 cmd  set spread 0.25 -> 0.30 %  applied 3ms, 4 orders move
                 11:59:30 WARN ask 2 rejected: order would immediately match and take
                 11:58:30 info depth stream resynced, gap 0
                SIM>
                 Enter run  Tab complete  Esc clear  ? help  F2 find  F8 F8 halt  F4 ack
                """, screens.paint(80, 24));
    }

    @Test
    void aTinyTerminalShowsOrdersAndRatio() {
        assertEquals("""
                 SIM  SOL_USDC  QUOTING   md <1s eng <1s
                 A3   148.67    2.50   +.25%   1m
                 A2   148.53    2.50   +.16%  15s  q 1.2
                 A1   148.46    2.50   +.11%   3s  q 0.1
                 B1   148.17    2.50   -.09%   3s  q 0.1
                 B2   148.09    2.50   -.14%  15s  q 0.8
                 B3   147.97    2.50   -.22%   1m
                 eq 1,000.0  pnl today -28.88
                 0%|....(===To===)....|............100%
                 now 31.2%  target 30%  trigger 15..45
                SIM>
                 Enter run  Tab complete  Esc clear
                """, screens.paint(40, 12));
    }

    @Test
    void aWideTerminalAddsSumsAndTheMarket() {
        assertEquals("""
                 SIM  SOL_USDC  QUOTING   eq 1,000.0  pnl today -28.88 (mm +4.12 inv -31.20 fee -1.80)  md <1s eng <1s  41m left
                - Book ----------------------------------- <1s -|- Orders ----------------------------------------------------- 6 open -
                > 148.67    2.50   1.1k =               A3 2.50 | A3   148.67    2.50   +.25%   1m
                  148.66    9.00   1.1k =                       | A2   148.53    2.50   +.16%  15s  queue 1.2
                  148.61   77.77   1.1k =                       | A1   148.46    2.50   +.11%   3s  queue 0.1
                  148.56  180.00   1.0k ===                     | B1   148.17    2.50   -.09%   3s  queue 0.1
                > 148.53    2.50    840 =               A2 2.50 | B2   148.09    2.50   -.14%  15s  queue 0.8
                  148.51   32.00    830 =                       | B3   147.97    2.50   -.22%   1m
                > 148.46   41.00    800 =               A1 2.50 |- Balances ------------------------------------- <10s  in band +1.2pp -
                  148.41   99.00    760 =                       | SOL 2.1020 (311.79)                                       USDC 688.21
                  148.36    1.20    660 =                       | 0%|........(=========To=======)........|.........................100%
                  148.31  660.00    660 ==========              | now 31.2%  target 30%  trigger 15..45  limit 0..60
                - mid 148.300 ^ spr 0.02  0.013% ---------------| vol 3.4%/day MID  __.-^.-_-.^--....--_.-.-.^-...
                  148.29  177.40    180 ===                     | bid .10% ask .09%: volatility .10 skew  fills/h 3  preset mid-vol
                  148.25   31.05    210 =                       |- Market -------------------------------- volatility 3.4%/day MID  1h -
                  148.21   88.00    300 =                       |          ''''''''''''''''''''''''''''''''''''''''S           A1 148.46
                > 148.17  340.00    640 =====           B1 2.50 |             .|   ||   .|    |   _|    |    _   _|
                  148.13  120.11    760 ==                      |             |_   .|   |.|  .||  |^|  .||  ^||  |^|
                > 148.09   15.00    770 =               B2 2.50 |          | ^||| _|_| -|||  |.| _| |  |^|  | | _||_           <148.300
                  148.05  220.00    990 ===                     |          __|  | |  .||  _|^  .||| -|-| ^|^| ^|||
                  148.01    0.41    990 =                       |          |||  ^.|   ^|  |.|   -|   .|   -|   ^|
                > 147.97    9.00   1.0k =               B3 2.50 |          ,|,,,,|,,,,||,,,|,,,,||,,,||,,,||,,,||,,B           B1 148.17
                  147.93   77.77   1.1k =                       |11:10     11:20     11:30     11:40     11:50     12:00
                - Fills ----------------------------------------------------------------------- vol 92.50 SOL  fees 1.11  37 (19 buys) -
                 11:59:51 BUY   2.50 @ 148.17  B1 maker  fee 0.002 SOL   5s +.02%   -> 31.2%
                 11:59:29 SELL  2.50 @ 148.46  A1 maker  fee 0.29 USDC   5s -.01%   -> 29.9%
                 11:58:40 BUY   1.20 @ 148.05  B2 maker  fee 0.001 SOL   5s ..      -> 31.1%


                - Log --------------------------------------------------------------------------------------------------- newest first -
                 11:59:56 cmd  set spread 0.25 -> 0.30 %  applied 3ms, 4 orders move
                 11:59:30 WARN ask 2 rejected: order would immediately match and take
                 11:58:30 info depth stream resynced, gap 0





                SIM>
                 Enter run  Tab complete  Esc clear  ? help  F2 find  F8 F8 halt  F4 ack  Up history  C-r search  / filter  F9 layout
                """, screens.paint(120, 40));
    }

    @Test
    void aVeryWideTerminalAddsTapeParametersAndHealth() {
        assertEquals("""
                 SIM  SOL_USDC  QUOTING   eq 1,000.0  pnl today -28.88 (mm +4.12 inv -31.20 fee -1.80)  vs hold -12.08  md <1s eng <1s  41m left  12:00 UTC  rtt 2ms  up 3d04h
                - Book --------------------------------------- <1s -|- Orders --------------------------------------------- 6 open -|- Tape ------------------ none yet -|- Parameters ---------------- preset mid-vol -
                  148.96   88.00   1.9k ==                          | A3   148.67    2.50   +.25%   1m                              |                                    |*spread       0.3 %        command
                  148.91  340.00   1.8k ======                      | A2   148.53    2.50   +.16%  15s  queue 1.2                   |                                    | spread.mode  volatility
                  148.86  120.11   1.5k ==                          | A1   148.46    2.50   +.11%   3s  queue 0.1                   |                                    | layers       3
                  148.81   15.00   1.3k =                           | B1   148.17    2.50   -.09%   3s  queue 0.1                   |                                    | quantity     auto
                  148.76  220.00   1.3k ====                        | B2   148.09    2.50   -.14%  15s  queue 0.8                   |                                    | target       30 %         preset mid-vol
                  148.71    0.41   1.1k =                           | B3   147.97    2.50   -.22%   1m                              |                                    |
                > 148.67    2.50   1.1k =                   A3 2.50 |- Balances ----------------------------- <10s  in band +1.2pp -|                                    |
                  148.66    9.00   1.1k =                           | SOL 2.1020 (311.79)                               USDC 688.21 |                                    |
                  148.61   77.77   1.1k =                           | 0%|.......(=======To======).......|......................100% |                                    |
                  148.56  180.00   1.0k ===                         | now 31.2%  target 30%  trigger 15..45  limit 0..60            |                                    |
                > 148.53    2.50    840 =                   A2 2.50 | vol 3.4%/day MID  __.-^.-_-.^--....--_.-.-.^-...              |                                    |
                  148.51   32.00    830 =                           | bid .10% ask .09%: volatility .10 skew  fills/h 3             |                                    |
                > 148.46   41.00    800 =                   A1 2.50 |- Market ------------------------ volatility 3.4%/day MID  1h -|                                    |
                  148.41   99.00    760 ==                          |                                                    148.50     |                                    |
                  148.36    1.20    660 =                           |        '''''''''''''''''''''''''''''''''S'         A1 148.46  |                                    |
                  148.31  660.00    660 =============               |                                                               |                                    |
                - mid 148.300 ^ spr 0.02  0.013% -------------------|           |   ||  -|   |   |   ||   |  _|                     |                                    |
                  148.29  177.40    180 ===                         |           ||  ||  ||  -|   ||  ||  ||  ||                     |                                    |
                  148.25   31.05    210 =                           |           ||  .|  ||  |.| .^|  ^|  ^.| |.|                    |                                    |
                  148.21   88.00    300 ==                          |          |^|  |_  |-| | | |||  ||  ||| |||                    |                                    |
                > 148.17  340.00    640 ======              B1 2.50 |          -||  ||| | | | | ||| -||| ||| | |                    |                                    |
                  148.13  120.11    760 ==                          |        | | _ |||| | | | | | | ||_||| | | .         <148.300   |                                    |
                > 148.09   15.00    770 =                   B2 2.50 |        | | ||-| |_| | | | | |||  ||| | |                      |                                    |
                  148.05  220.00    990 ====                        |        ^.|  ||  ||  |.| | | .||  |.| |.|                      |                                    |
                  148.01    0.41    990 =                           |        |||  ^|  ||  ||  __|  _|  .|  ||                       |                                    |
                > 147.97    9.00   1.0k =                   B3 2.50 |         ||  ||  ||  ||   |   ||  ||  ||                       |                                    |
                  147.93   77.77   1.1k =                           |         |   ||  .|  ^|   |   ||  ||  ^|                       |                                    |
                  147.89  180.00   1.3k ===                         |        ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,B         B1 148.17  |                                    |
                  147.85   32.00   1.3k =                           |11:10   11:20    11:30   11:40    11:50   12:00                |                                    |- Health ------------------------------ demo -
                  147.81   41.00   1.3k =                           |        ___________________________________         eq 1000.00 |                                    | public up  private up  last frame <1s
                  147.77   99.00   1.4k ==                          |                                                               |                                    | reconnects 0  gaps 0  clock +1ms
                  147.73    1.20   1.4k =                           |           -^.|  ^-|  .^-|  -^.|  ^-|  .^.|         ratio 31.2%|                                    | requests/min 84 of 2000  guardian on
                  147.69  660.00   2.1k =============               |        -_-|  ._^  ^_.|  -_-|  ._^  ^_.|  ^                    |                                    | screen 1.8 kB/s
                - Fills --------------------------------------- vol 92.50 SOL  fees 1.11  37 (19 buys) -|- Log ------------------------------------------------------------------------------------------ newest first -
                 11:59:51 BUY   2.50 @ 148.17  B1 maker  fee 0.002 SOL   5s +.02%   -> 31.2%            | 11:59:56 cmd  set spread 0.25 -> 0.30 %  applied 3ms, 4 orders move
                 11:59:29 SELL  2.50 @ 148.46  A1 maker  fee 0.29 USDC   5s -.01%   -> 29.9%            | 11:59:30 WARN ask 2 rejected: order would immediately match and take
                 11:58:40 BUY   1.20 @ 148.05  B2 maker  fee 0.001 SOL   5s ..      -> 31.1%            | 11:58:30 info depth stream resynced, gap 0
                                                                                                        |
                                                                                                        |
                                                                                                        |
                                                                                                        |
                                                                                                        |
                                                                                                        |
                                                                                                        |
                                                                                                        |
                                                                                                        |
                SIM>
                 Enter run  Tab complete  Esc clear  ? help  F2 find  F8 F8 halt  F4 ack  Up history  C-r search  / filter  F9 layout
                """, screens.paint(200, 50));
    }

    static Stream<Arguments> sizes() {
        return IntStream.of(8, 13, 20, 39, 59, 60, 61, 79, 99, 100, 133, 159, 160, 200, 240)
                .boxed()
                .flatMap(columns -> IntStream.of(1, 2, 3, 5, 8, 12, 15, 16, 17, 24, 31, 40, 70)
                        .mapToObj(rows -> Arguments.of(columns, rows)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void noSizeIsBlankAndEveryRowFits(int columns, int rows) {
        var painted = screens.paint(columns, rows).lines().toList();

        assertEquals(rows, painted.size());
        assertTrue(painted.stream().allMatch(row -> row.length() <= columns));
        assertTrue(painted.get(rows - 1).contains("SIM>")
                || painted.get(Math.max(0, rows - 2)).contains("SIM>"));
        assertTrue(rows == 1 || painted.get(0).startsWith(" SIM"));
        assertTrue(screens.cursor.getColumn() < columns && screens.cursor.getRow() < rows);
    }
}
