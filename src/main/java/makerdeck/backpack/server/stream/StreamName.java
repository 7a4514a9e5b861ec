package makerdeck.backpack.server.stream;

import java.util.Set;
import java.util.regex.Pattern;
import makerdeck.backpack.server.base.Intervals;
import makerdeck.backpack.server.base.Symbols;
import makerdeck.backpack.wire.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A stream as a client names it.
 *
 * @param symbol null when the stream is about every market
 */
record StreamName(String text, boolean isPrivate, @Nullable String symbol) {

    private static final Frame.Problem INVALID = new Frame.Problem(4006, "Invalid stream");
    private static final Frame.Problem INVALID_WINDOW = new Frame.Problem(4008, "Invalid depth window");

    private static final Set<String> OF_ONE_MARKET = Set.of(
            "bookTicker",
            "trade",
            "ticker",
            "markPrice",
            "openInterest",
            "liquidation",
            "externalTicker",
            "stockPrice");
    private static final Set<String> OF_THE_ACCOUNT =
            Set.of("orderUpdate", "balanceUpdate", "positionUpdate", "rfqUpdate");
    private static final Pattern WINDOW = Pattern.compile("[0-9]+ms");

    static StreamName parse(String text) throws RefusedFrameException {
        var dot = text.indexOf('.');
        var kind = dot < 0 ? text : text.substring(0, dot);
        var rest = dot < 0 ? "" : text.substring(dot + 1);
        if (OF_ONE_MARKET.contains(kind)) {
            return new StreamName(text, false, symbol(rest));
        }
        return switch (kind) {
            case "depth" -> depth(text, rest);
            case "kline" -> kline(text, rest);
            case "account" -> account(text, rest);
            default -> throw new RefusedFrameException(INVALID);
        };
    }

    private static StreamName depth(String text, String rest) throws RefusedFrameException {
        var head = head(rest);
        if (!WINDOW.matcher(head).matches()) {
            return new StreamName(text, false, symbol(rest));
        }
        if (!DepthBatcher.WINDOWS.containsKey(head)) {
            throw new RefusedFrameException(INVALID_WINDOW);
        }
        return new StreamName(text, false, symbol(tail(rest)));
    }

    private static StreamName kline(String text, String rest) throws RefusedFrameException {
        if (!Intervals.BY_NAME.containsKey(head(rest))) {
            throw new RefusedFrameException(INVALID);
        }
        return new StreamName(text, false, symbol(tail(rest)));
    }

    private static StreamName account(String text, String rest) throws RefusedFrameException {
        if (!OF_THE_ACCOUNT.contains(head(rest))) {
            throw new RefusedFrameException(INVALID);
        }
        return new StreamName(text, true, tail(rest).isEmpty() ? null : symbol(tail(rest)));
    }

    private static String head(String text) {
        var dot = text.indexOf('.');
        return dot < 0 ? text : text.substring(0, dot);
    }

    private static String tail(String text) {
        var dot = text.indexOf('.');
        return dot < 0 ? "" : text.substring(dot + 1);
    }

    private static String symbol(String text) throws RefusedFrameException {
        if (!Symbols.isWellFormed(text)) {
            throw new RefusedFrameException(INVALID);
        }
        return text;
    }
}
