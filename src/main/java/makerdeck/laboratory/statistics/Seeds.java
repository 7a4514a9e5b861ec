package makerdeck.laboratory.statistics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;
import makerdeck.text.Plain;

/**
 * Seeds as they are typed: {@code 1..20}, {@code 1,2,5}, {@code 1..5,9}. Immutable.
 *
 * @param list each once, in the order typed
 */
public record Seeds(List<Long> list) {

    private static final int MOST = 100_000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,15})\\.\\.(\\d{1,15})");

    public Seeds {
        list = List.copyOf(list);
    }

    /** {@link MistakeException} with rule and value when it is no list of seeds, or one seed stands there twice. */
    public static Seeds of(String typed) {
        var seeds = new LinkedHashSet<Long>();
        for (var part : typed.strip().split(",", -1)) {
            for (long seed : part(part.strip(), typed)) {
                if (!seeds.add(seed)) {
                    throw new MistakeException(Message.of("laboratory.seeds.twice", seed, Plain.told(typed)));
                }
            }
            if (seeds.size() > MOST) {
                throw new MistakeException(Message.of("laboratory.seeds.many", MOST, Plain.told(typed)));
            }
        }
        return new Seeds(new ArrayList<>(seeds));
    }

    private static long[] part(String part, String typed) {
        var range = RANGE.matcher(part);
        if (range.matches()) {
            long first = Long.parseLong(range.group(1));
            long last = Long.parseLong(range.group(2));
            if (first > last) {
                throw new MistakeException(
                        Message.of("laboratory.seeds.backwards", Plain.told(part), last + ".." + first));
            }
            if (last - first >= MOST) {
                throw new MistakeException(Message.of("laboratory.seeds.many", MOST, Plain.told(typed)));
            }
            return LongStream.rangeClosed(first, last).toArray();
        }
        if (NUMBER.matcher(part).matches()) {
            return new long[] {Long.parseLong(part)};
        }
        throw new MistakeException(Message.of("laboratory.seeds.malformed", Plain.told(typed)));
    }

    /** As many seeds, none of which is among these: those that follow the largest. */
    public Seeds following() {
        long next = list.stream().mapToLong(Long::longValue).max().orElse(0) + 1;
        return new Seeds(LongStream.range(next, next + list.size()).boxed().toList());
    }

    /** The first seed that both have. */
    public List<Long> shared(Seeds others) {
        return list.stream().filter(others.list::contains).toList();
    }

    public int size() {
        return list.size();
    }

    /** As short as it can be typed. */
    public String text() {
        var text = new StringBuilder();
        int at = 0;
        while (at < list.size()) {
            int end = at;
            while (end + 1 < list.size() && list.get(end + 1) == list.get(end) + 1) {
                end++;
            }
            text.append(text.isEmpty() ? "" : ",").append(list.get(at));
            if (end > at) {
                text.append(end > at + 1 ? ".." : ",").append(list.get(end));
            }
            at = end + 1;
        }
        return text.toString();
    }
}
