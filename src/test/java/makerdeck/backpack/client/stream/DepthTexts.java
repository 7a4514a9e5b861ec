package makerdeck.backpack.client.stream;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import makerdeck.backpack.client.Mutation;
import makerdeck.backpack.client.base.DepthSnapshot;
import makerdeck.domain.Book;
import makerdeck.domain.Levels;
import makerdeck.domain.Market;

/** Frames and snapshots of a market as the wire spells them, and as it should never spell them. Seeded. */
final class DepthTexts {

    private static final List<String> ODD_NUMBERS = List.of(
            "0",
            "0.00",
            "-1",
            "-0.00",
            "+1",
            "1e2",
            "1E-2",
            "NaN",
            "",
            ".",
            "1.",
            ".5",
            "1.2.3",
            " 1",
            "1 ",
            "007",
            "00",
            "0.000000000000000000001",
            "999999999999999999",
            "1000000000000000",
            "99999999999999999999999999",
            "0." + "0".repeat(39),
            "9".repeat(70),
            "\\u0031",
            "\u0661",
            "100.005",
            "99.9999999",
            "0.0001");

    private final SplittableRandom random;
    private final Market market;
    private final long middle;
    private final int reach;

    private long id = 1000;
    private long shift;

    DepthTexts(SplittableRandom random, Market market) {
        this.random = random;
        this.market = market;
        this.middle = random.nextInt(4) == 0 ? 40 : random.nextInt(1000, 5_000_000);
        this.reach = random.nextInt(3) == 0 ? 3000 : 60;
    }

    /** The next frame; most are as they should be. */
    String frame() {
        return switch (random.nextInt(40)) {
            case 0 -> Mutation.of(usual(), random);
            case 1 -> usual().replaceFirst("\"U\":[0-9]+", "\"U\":" + (id + random.nextInt(-3, 4)));
            case 2 -> usual().replace("\"depth\"", "\"\\u0064epth\"");
            case 3 -> usual().replace(",\"", ", \"");
            case 4 -> usual().replace("\"e\":\"depth\",", "");
            case 5 -> usual().replace("\"a\":[", "\"a\":[[\"1\"],");
            case 6 -> spelled(id, id, side(-1, odd()), side(1, "1"));
            case 7 -> spelled(id, id, side(-1, "1"), side(1, odd()));
            case 8 -> trade();
            default -> usual();
        };
    }

    private String usual() {
        long first = id + 1;
        id += random.nextInt(6) == 0 ? random.nextInt(1, 5) : 1;
        shift += random.nextInt(30) == 0 ? random.nextInt(-20, 21) : 0;
        int most = random.nextInt(20) == 0 ? 100 : 4;
        return spelled(first, id, levels(-1, random.nextInt(most)), levels(1, random.nextInt(most)));
    }

    private String spelled(long first, long last, String bids, String asks) {
        return "{\"data\":{\"E\":1788367430247494,\"T\":1788367430246081,\"U\":" + first + ",\"a\":[" + asks
                + "],\"b\":["
                + bids + "],\"e\":\"depth\",\"s\":\"" + market.symbol() + "\",\"u\":" + last + "},\"stream\":\"depth."
                + market.symbol() + "\"}";
    }

    private String trade() {
        return "{\"data\":{\"E\":1,\"T\":2,\"a\":\"3\",\"b\":\"4\",\"e\":\"trade\",\"m\":" + random.nextBoolean()
                + ",\"p\":\"" + price(1) + "\",\"q\":\"" + odd() + "\",\"s\":\"" + market.symbol()
                + "\",\"t\":5},\"stream\":\"trade." + market.symbol() + "\"}";
    }

    private String levels(int sign, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> level(price(sign), quantity()))
                .collect(Collectors.joining(","));
    }

    private String side(int sign, String other) {
        return level(random.nextBoolean() ? price(sign) : other, random.nextBoolean() ? quantity() : other);
    }

    private static String level(String price, String quantity) {
        return "[\"" + price + "\",\"" + quantity + "\"]";
    }

    private String odd() {
        return ODD_NUMBERS.get(random.nextInt(ODD_NUMBERS.size()));
    }

    /** On its side of the middle nearly always, and on the grid nearly always. */
    private String price(int sign) {
        long distance = random.nextInt(400) == 0 ? -2 : 1 + random.nextInt(reach);
        var exact = market.tickSize().multiply(BigDecimal.valueOf(Math.max(1, middle + shift + sign * distance)));
        return text(random.nextInt(3000) == 0 ? exact.add(market.tickSize().movePointLeft(1)) : exact);
    }

    private String quantity() {
        if (random.nextInt(3) == 0) {
            return text(market.stepSize().movePointLeft(0).subtract(market.stepSize()));
        }
        long steps = random.nextInt(50) == 0 ? random.nextLong(1, 1_000_000_000_000L) : random.nextInt(1, 5000);
        var exact = market.stepSize().multiply(BigDecimal.valueOf(steps));
        return text(random.nextInt(200) == 0 ? exact.movePointLeft(2) : exact);
    }

    /** Padded or trimmed, as the wire does both. */
    private String text(BigDecimal exact) {
        return switch (random.nextInt(3)) {
            case 0 ->
                exact.setScale(Math.max(0, exact.scale()) + random.nextInt(7)).toPlainString();
            case 1 -> exact.stripTrailingZeros().toPlainString();
            default -> exact.toPlainString();
        };
    }

    /** The whole book at about the last frame; the quantities need not be those of the frames. */
    DepthSnapshot snapshot() {
        int levels = random.nextInt(5) == 0 ? 1000 : random.nextInt(200);
        return new DepthSnapshot(id - random.nextInt(-1, 5), rows(-1, levels), rows(1, levels));
    }

    /** Some levels of another book. */
    DepthSnapshot nearest() {
        return new DepthSnapshot(0, rows(-1, random.nextInt(6)), rows(1, random.nextInt(6)));
    }

    /** The best levels of a book, in no order to rely on. */
    DepthSnapshot nearest(Book book) {
        return new DepthSnapshot(book.updateId(), rows(book.bids()), rows(book.asks()));
    }

    private List<List<String>> rows(Levels levels) {
        var rows = new ArrayList<List<String>>();
        for (var level : levels.subList(0, Math.min(5, levels.size()))) {
            rows.add(List.of(text(market.decimal(level.price())), text(market.decimal(level.quantity()))));
        }
        Collections.reverse(rows);
        return rows;
    }

    /** A depth frame of another exchange, which has the same members in another order. */
    static String inTheVenuesSpelling(String json) {
        return "{\"data\":{\"E\":" + member(json, "E") + ",\"T\":0,\"U\":" + member(json, "U") + ",\"a\":"
                + member(json, "a")
                + ",\"b\":" + member(json, "b") + ",\"e\":\"depth\",\"s\":\"BTC_USDT\",\"u\":" + member(json, "u")
                + "},\"stream\":\"depth.BTC_USDT\"}";
    }

    private static String member(String json, String name) {
        var found = Pattern.compile("\"" + name + "\":([0-9]+|\\[[^a-z}]*\\])").matcher(json);
        if (!found.find()) {
            throw new IllegalArgumentException("no " + name + " in " + json);
        }
        return found.group(1);
    }

    private List<List<String>> rows(int sign, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> List.of(price(sign), random.nextInt(2000) == 0 ? odd() : quantity()))
                .toList();
    }
}
