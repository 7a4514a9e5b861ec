package makerdeck.backpack.client.stream;

import makerdeck.message.Message;
import org.tinylog.Logger;

/**
 * Trades and last prices that cannot be read. The book does not need them: they are left out and counted, and the log
 * hears of the first of a connection and of how many there were. Client thread only.
 */
final class SkippedTrades {

    private long count;

    void add(Message why) {
        count++;
        if (count == 1) {
            Logger.warn("a trade or a last price cannot be read and is left out, as others will be: {}", why);
        }
    }

    /** Another connection begins. */
    void forget() {
        if (count > 1) {
            Logger.warn("{} trades and last prices of the last connection could not be read", count);
        }
        count = 0;
    }

    /** Whether a frame that cannot be read has nothing to do with the book, as far as it can be made out. */
    static boolean isNotOfTheBook(String frame) {
        boolean other = frame.contains("\"trade") || frame.contains("\"ticker");
        return other && !frame.contains("\"depth");
    }
}
