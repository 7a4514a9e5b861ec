package makerdeck.faults;

import java.nio.charset.StandardCharsets;

/** Files that an operator gives a desk, as they should be. */
public final class SoundFiles {

    private SoundFiles() {}

    public static byte[] preset() {
        return "note = quiet\nspread = 0.5\ntarget = 25\n".getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] theme() {
        return "inherits = dark\n@good = green\nmid = red on black bold\nside.bid = @good\n"
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A snapshot, nine updates and a trade. */
    public static byte[] feed() {
        var lines =
                new StringBuilder("5000000000 {\"lastUpdateId\":10,\"bids\":[[\"100.00\",\"5.0\"],[\"99.90\",\"7.0\"]],"
                        + "\"asks\":[[\"100.10\",\"4.0\"],[\"100.25\",\"6.0\"]]}\n");
        for (var id = 11; id < 20; id++) {
            lines.append(id - 5)
                    .append("000000000 {\"stream\":\"abcusdt@depth@100ms\",\"data\":{\"s\":\"ABCUSDT\",\"U\":")
                    .append(id)
                    .append(",\"u\":")
                    .append(id)
                    .append(",\"b\":[[\"99.8\",\"1.0\"]],\"a\":[]}}\n");
        }
        return lines.append(
                        "16000000000 {\"stream\":\"abcusdt@trade\",\"data\":{\"s\":\"ABCUSDT\",\"t\":77,\"p\":\"100.00\","
                                + "\"q\":\"1\",\"m\":true}}\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
