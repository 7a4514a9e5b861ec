package makerdeck.settings;

import java.util.Set;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.text.Plain;

/** What was typed after the program's name, read as it looks; names of files stay as they are. Pure. */
final class FoldedArguments {

    private static final Set<String> TAKE_FILES =
            Set.of("--key-file", "--replay", "--out", "--plan", "--dir", "--collect");

    private FoldedArguments() {}

    static String[] plain(String... typed) {
        var plain = new String[typed.length];
        for (int i = 0; i < typed.length; i++) {
            plain[i] = isFile(i, plain) ? typed[i] : plain(typed[i]);
        }
        return plain;
    }

    private static boolean isFile(int at, String... plain) {
        return at > 0 && TAKE_FILES.contains(plain[at - 1]);
    }

    private static String plain(String typed) {
        var folded = Plain.of(typed);
        var name = name(folded);
        return TAKE_FILES.contains(name) && folded.length() > name.length()
                ? name + "=" + typed.substring(equalsSign(typed) + 1)
                : folded;
    }

    private static String name(String argument) {
        int end = argument.indexOf('=');
        return end < 0 ? argument : argument.substring(0, end);
    }

    /** Throws {@link MistakeException} naming a sign that makes an argument other than it looks. */
    static void requireHonest(String... typed) {
        var plain = plain(typed);
        for (int i = 0; i < typed.length; i++) {
            boolean file = isFile(i, plain) || TAKE_FILES.contains(name(plain[i]));
            var sign = file ? "" : Plain.misleading(typed[i]);
            if (!sign.isEmpty()) {
                throw new MistakeException(
                        Message.of("settings.argument.misleading", i + 1, Message.of("text.misleading", sign)));
            }
        }
    }

    private static int equalsSign(String typed) {
        int at = 0;
        while (Plain.of((int) typed.charAt(at)) != '=') {
            at++;
        }
        return at;
    }
}
