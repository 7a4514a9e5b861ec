package makerdeck.faults;

import java.util.Arrays;
import java.util.SplittableRandom;

/** What disks, editors and transfers do to a file: bits flipped, an end cut off, parts gone, doubled, added, changed. */
public final class Damage {

    private static final byte[] ODD = {0, 27, 10, 13, '[', '"', '=', '9', '-', (byte) 0xFF, (byte) 0xC3, (byte) 0xE9};

    private Damage() {}

    /** One to four damages, one after the other. */
    public static byte[] of(byte[] sound, SplittableRandom random) {
        var bytes = sound.clone();
        for (var times = random.nextInt(1, 5); times > 0; times--) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, SplittableRandom random) {
        if (bytes.length == 0) {
            return ODD.clone();
        }
        int at = random.nextInt(bytes.length);
        int length = random.nextInt(Math.min(bytes.length - at, 200) + 1);
        return switch (random.nextInt(6)) {
            case 0 -> flipped(bytes, at, random.nextInt(8));
            case 1 -> joined(part(bytes, 0, at), new byte[0]);
            case 2 -> joined(part(bytes, 0, at), part(bytes, at + length, bytes.length));
            case 3 ->
                joined(
                        joined(part(bytes, 0, at + length), part(bytes, at, at + length)),
                        part(bytes, at + length, bytes.length));
            case 4 ->
                joined(
                        joined(part(bytes, 0, at), repeated(ODD[random.nextInt(ODD.length)], length)),
                        part(bytes, at, bytes.length));
            default ->
                joined(
                        joined(part(bytes, 0, at), repeated(ODD[random.nextInt(ODD.length)], 1)),
                        part(bytes, at + 1, bytes.length));
        };
    }

    private static byte[] flipped(byte[] bytes, int at, int bit) {
        var changed = bytes.clone();
        changed[at] ^= (byte) (1 << bit);
        return changed;
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, Math.max(from, to));
    }

    private static byte[] repeated(byte one, int times) {
        var all = new byte[times];
        Arrays.fill(all, one);
        return all;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
