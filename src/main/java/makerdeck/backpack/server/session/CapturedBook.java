package makerdeck.backpack.server.session;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.StreamData;
import makerdeck.backpack.wire.session.JsonTree;
import org.jspecify.annotations.Nullable;

/**
 * The book as it stands where we are: the latest picture of the session and all changes since. So a client that looks at
 * another moment than the captured one did sees the book of that moment. Session thread only.
 */
final class CapturedBook {

    /** More than a picture can be behind. */
    private static final int MOST_KEPT = 5_000;

    private final TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>();
    private final TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
    private final Deque<StreamData.Depth> latest = new ArrayDeque<>();

    private boolean known;
    private long last;
    private long micros;

    /** A whole book that was answered. */
    void picture(String body) {
        try {
            var picture = JsonTree.members(JsonTree.read(body));
            long id = Long.parseLong(JsonTree.text(picture, "lastUpdateId").orElse("-1"));
            if (known && id <= last || id < 0) {
                return;
            }
            bids.clear();
            asks.clear();
            apply(bids, picture.get("bids"));
            apply(asks, picture.get("asks"));
            last = id;
            micros = Long.parseLong(JsonTree.text(picture, "timestamp").orElse("0"));
            known = true;
            latest.stream().filter(each -> end(each) > id).forEach(this::follow);
        } catch (MalformedMessageException | NumberFormatException odd) {
            known = false;
        }
    }

    /** What a stream tells. */
    void changed(StreamData.Depth change) {
        latest.addLast(change);
        if (latest.size() > MOST_KEPT) {
            latest.removeFirst();
        }
        if (known && end(change) > last) {
            try {
                follow(change);
            } catch (NumberFormatException odd) {
                known = false;
            }
        }
    }

    private void follow(StreamData.Depth change) {
        var first = change.firstUpdateId();
        if (!known || first == null || first > last + 1) {
            // Something is missing: not known before the next picture.
            known = false;
            return;
        }
        apply(bids, change.bids());
        apply(asks, change.asks());
        last = end(change);
        micros = change.eventTime() == null ? micros : change.eventTime();
    }

    private static long end(StreamData.Depth change) {
        return change.lastUpdateId() == null ? -1 : change.lastUpdateId();
    }

    private void apply(TreeMap<BigDecimal, BigDecimal> side, @Nullable Object levels) {
        if (!(levels instanceof List<?> rows)) {
            return;
        }
        for (var each : rows) {
            if (each instanceof List<?> level && level.size() == 2) {
                set(side, new BigDecimal(String.valueOf(level.get(0))), new BigDecimal(String.valueOf(level.get(1))));
            }
        }
    }

    private static void set(TreeMap<BigDecimal, BigDecimal> side, BigDecimal price, BigDecimal quantity) {
        if (quantity.signum() == 0) {
            side.remove(price);
        } else {
            side.put(price, quantity);
        }
    }

    /** As the venue answers it, empty while it is not known. */
    Optional<String> answer(int levels) {
        if (!known) {
            return Optional.empty();
        }
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("asks", rows(asks, 0, Math.min(levels, asks.size())));
        answer.put("bids", rows(bids, Math.max(0, bids.size() - levels), bids.size()));
        answer.put("lastUpdateId", Long.toString(last));
        answer.put("timestamp", BigDecimal.valueOf(micros));
        return Optional.of(JsonTree.write(answer));
    }

    private static List<List<String>> rows(TreeMap<BigDecimal, BigDecimal> side, int from, int to) {
        var rows = new ArrayList<List<String>>();
        side.forEach((price, quantity) -> rows.add(List.of(plain(price), plain(quantity))));
        return rows.subList(from, to);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
