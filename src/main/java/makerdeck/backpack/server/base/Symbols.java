package makerdeck.backpack.server.base;

import java.util.regex.Pattern;

/** How market names look, before anybody asks whether one is listed. */
public final class Symbols {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9.]{1,20}(_[A-Za-z0-9.]{1,20}){1,3}");

    private Symbols() {}

    public static boolean isWellFormed(String symbol) {
        return SHAPE.matcher(symbol).matches();
    }
}
