package makerdeck.faults;

import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that can go wrong, as far as we thought of it. */
final class FaultTable {

    private static final String TEXT = """
            1 create lost before the venue
            2 create accepted, answer lost
            3 create accepted and filled, answer lost
            4 create arrives after it was asked for
            5 answer that cannot be read
            6 business refusal
            7 batch partly refused, shuffled
            8 cancel's answer lost
            9 cancel too late, filled a moment ago
            10 fill after the cancel's answer
            11 cancel refused again and again
            12 fill told twice
            13 fill missing on the stream
            14 fill before the order was accepted
            15 partial fill leaves dust
            16 own orders would cross
            17 post-only would match
            18 insufficient funds although we think otherwise
            19 unknown order on the account
            20 sockets open but silent
            21 account stream alone silent
            22 socket closed with notice
            22b subscription ignored
            23 sockets break as soon as they stand
            24 gap in the depth
            25 depth out of order or twice
            26 crossed, locked or empty book
            27 absurd price
            28 flash crash
            29 HTTP 429
            30 ban
            31 maintenance, paused, cancel-only
            32 latency jumps to seconds
            33 venue's clock steps
            34 own clock jumps, suspend and resume
            35 kill -9 with open orders
            36 crash around a send
            37 SIGTERM with an order in flight
            38 two instances
            39 disk full, read-only, slow
            40 journal torn or corrupt
            41 engine thread stalls
            42 uncaught exception
            43 invalid configuration
            44 fat finger
            45 market's filters change
            46 fees change
            47 deposit or withdrawal
            48 an asset is gone
            49 one-sided fills in a trend
            50 screen that does not read
            51 key revoked
            52 network gone for ten minutes
            53 requests shared with another tool
            54 stop during a rebalance
            55 listing truncated or stale
            56 order state, side or row in an unknown spelling
            57 stop asked before the venue has answered
            58 numbers of the depth start over or cannot be
            59 fill beyond its order, told anew, or never
            60 wall clock an hour off
            61 journal entry that can never be written
            62 requests expire on a starved machine
            63 idle funds are lent, pool throttled, interest
            64 not found in another status
            65 page in place of an answer
            66 odd or null row in a list
            67 numbers of absurd length, exponent or sign
            68 control characters in foreign text
            """;

    private FaultTable() {}

    /** Numbers to names, in order. */
    static Map<String, String> rows() {
        var rows = new LinkedHashMap<String, String>();
        TEXT.lines().forEach(line -> {
            int gap = line.indexOf(' ');
            rows.put(line.substring(0, gap), line.substring(gap + 1));
        });
        return rows;
    }
}
