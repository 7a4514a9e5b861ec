package makerdeck.settings;

import java.util.Set;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.text.Plain;

/** What was typed after the program's name, read as it looks; names of files stay as they are. Pure. */
final class FoldedArguments {

    private static final Set<String> TAKE_FILES = Set.of(
            "--key-file",
            "--guardian-key",
            "--key",
            "--new-key",
            "--replay",
            "--replay-session",
            "--capture",
            "--out",
            "--plan",
            "--dir",
            "--collect");

    /** A socket's file is one too, and begins like one: the name of a host does not. */
    private static final Set<String> MAY_TAKE_FILES = Set.of("--listen", "--guardian-at");

    private static final String TAKES_SEVERAL = "--replay";

    private FoldedArguments() {}

    static String[] plain(String... typed) {
        var plain = new String[typed.length];
        for (int i = 0; i < typed.length; i++) {
            plain[i] = isFile(i, typed, plain) ? typed[i] : plain(typed[i]);
        }
        return plain;
    }

    /** @param plain what is before it, read */
    private static boolean isFile(int at, String[] typed, String... plain) {
        if (at == 0) {
            return false;
        }
        var before = plain[at - 1];
        return TAKE_FILES.contains(before)
                || MAY_TAKE_FILES.contains(before) && typed[at].startsWith("/")
                || isOneMore(at, typed, plain);
    }

    /** Whether it follows other files of a flag that takes several. */
    private static boolean isOneMore(int at, String[] typed, String... plain) {
        int before = at - 1;
        while (before > 0 && !plain[before].startsWith("-")) {
            before--;
        }
        return name(plain[before]).equals(TAKES_SEVERAL) && !plain(typed[at]).startsWith("-");
    }

    private static String plain(String typed) {
        var folded = Plain.of(typed);
        var name = name(folded);
        return isOfFile(name, typed) && folded.length() > name.length()
                ? name + "=" + typed.substring(equalsSign(typed) + 1)
                : folded;
    }

    /** @param typed flag and value in one */
    private static boolean isOfFile(String name, String typed) {
        return TAKE_FILES.contains(name)
                || MAY_TAKE_FILES.contains(name)
                        && typed.substring(equalsSign(typed) + 1).startsWith("/");
    }

    private static String name(String argument) {
        int end = argument.indexOf('=');
        return end < 0 ? argument : argument.substring(0, end);
    }

    /** Throws {@link MistakeException} naming a sign that makes an argument other than it looks. */
    static void requireHonest(String... typed) {
        var plain = plain(typed);
        for (int i = 0; i < typed.length; i++) {
            boolean file = isFile(i, typed, plain) || isOfFile(name(plain[i]), typed[i]);
            var sign = file ? "" : Plain.misleading(typed[i]);
            if (!sign.isEmpty()) {
                throw new MistakeException(
                        Message.of("settings.argument.misleading", i + 1, Message.of("text.misleading", sign)));
            }
        }
    }

    /** Where the flag ends; before the first sign when it has no value with it. */
    private static int equalsSign(String typed) {
        int at = 0;
        while (at < typed.length() && Plain.of((int) typed.charAt(at)) != '=') {
            at++;
        }
        return at < typed.length() ? at : -1;
    }
}
