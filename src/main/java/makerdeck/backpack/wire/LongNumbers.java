package makerdeck.backpack.wire;

/**
 * Numbers so long that reading them would take seconds are cut out of a text before anybody reads them; what stands in
 * their place is no number.
 */
final class LongNumbers {

    private static final int LONGEST = 64;
    private static final String INSTEAD = "\"" + Row.UNREADABLE + "\"";

    private LongNumbers() {}

    static String without(String json) {
        StringBuilder shorter = null;
        int copied = 0;
        int run = 0;
        boolean quoted = false;
        for (int at = 0; at <= json.length(); at++) {
            char sign = at < json.length() ? json.charAt(at) : ' ';
            if (!quoted && isOfNumber(sign)) {
                run++;
                continue;
            }
            if (run > LONGEST) {
                shorter = shorter == null ? new StringBuilder() : shorter;
                shorter.append(json, copied, at - run).append(INSTEAD);
                copied = at;
            }
            run = 0;
            if (quoted && sign == '\\') {
                at++;
            } else if (sign == '"') {
                quoted = !quoted;
            }
        }
        return shorter == null
                ? json
                : shorter.append(json, copied, json.length()).toString();
    }

    private static boolean isOfNumber(char sign) {
        return sign >= '0' && sign <= '9' || sign == '.' || sign == '-' || sign == '+' || sign == 'e' || sign == 'E';
    }
}
