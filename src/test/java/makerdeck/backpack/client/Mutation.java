package makerdeck.backpack.client;

import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** Messages as a broken venue or a broken wire may make them. */
public final class Mutation {

    private static final Pattern MEMBER = Pattern.compile("\"[A-Za-z]+\":(\"[^\"]*\"|-?[0-9.]+|true|false|null)");
    private static final List<String> ODD_VALUES = List.of(
            "null",
            "{}",
            "[]",
            "[null]",
            "true",
            "\"\"",
            "\"Working\"",
            "-1",
            "0",
            "9223372036854775807",
            "99999999999999999999999999",
            "1e999999999",
            "1e-999999999",
            "\"1e999999999\"",
            "\"-0.00\"",
            "\"99999999999999999999999999999999999999\"",
            "\"+999999999-12-31T23:59:59.9\"",
            "\"\\u001b]52;c;aGk=\\u0007\\u202e\\u0000\\u009b31m\"",
            "\"\\u001b[31m\\u202e\\u2028\\u009d\"",
            "1" + "0".repeat(20_000),
            "\"" + "9".repeat(20_000) + "\"",
            "[".repeat(300) + "]".repeat(300));

    private Mutation() {}

    /** One member, wherever it is, is removed, doubled, retyped or cut short. */
    public static String of(String text, SplittableRandom random) {
        var members = MEMBER.matcher(text).results().toList();
        if (members.isEmpty()) {
            return text.substring(0, random.nextInt(text.length() + 1));
        }
        var member = members.get(random.nextInt(members.size()));
        var before = text.substring(0, member.start());
        var after = text.substring(member.end());
        var name = member.group().substring(0, member.group().indexOf(':') + 1);
        var odd = ODD_VALUES.get(random.nextInt(ODD_VALUES.size()));
        return switch (random.nextInt(8)) {
            case 0 -> before + "\"gone\":1" + after;
            case 1 -> before + member.group() + "," + member.group() + after;
            case 2 -> before + member.group() + "," + name + odd + after;
            case 3 -> text.substring(0, member.start());
            default -> before + name + odd + after;
        };
    }
}
