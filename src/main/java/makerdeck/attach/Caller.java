package makerdeck.attach;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;

/**
 * Somebody at the other end of a desk's socket. One thread reads, another writes, any closes. Who does not say what he
 * wants, or takes nothing of what he is sent, is overdue.
 */
final class Caller implements Closeable {

    static final Duration GREETS_WITHIN = Duration.ofSeconds(5);
    static final Duration TAKES_WITHIN = Duration.ofSeconds(10);

    private static final String WELCOME = "ok";
    private static final String REFUSED = "no ";

    private final SocketChannel channel;
    private final LongSupplier nanos;
    private final long calledAt;
    private final CountDownLatch ended = new CountDownLatch(1);

    // Written by the reading thread, read by the one that watches.
    private volatile boolean greeted;

    // Written by the writing thread, read by the one that watches.
    private volatile boolean writing;
    private volatile long writingSince;

    Caller(SocketChannel channel, LongSupplier nanos) {
        this.channel = channel;
        this.nanos = nanos;
        this.calledAt = nanos.getAsLong();
    }

    /** What he wants. Throws {@link MistakeException} for what is no greeting. Blocks. */
    Greeting greeting() throws IOException {
        var line = line(in());
        greeted = true;
        return Greeting.of(line);
    }

    /** One line, byte by byte, so that nothing behind it is taken. */
    static String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int sign = in.read(); sign != '\n'; sign = in.read()) {
            if (sign < 0) {
                throw new EOFException();
            }
            if (text.length() == Greeting.LONGEST) {
                throw new MistakeException(Message.of("attach.greeting.stranger"));
            }
            text.append((char) sign);
        }
        return text.toString();
    }

    void welcome() throws IOException {
        say(WELCOME);
    }

    /** @param why in his language, one line */
    void refuse(String why) throws IOException {
        say(REFUSED + Greeting.encoded(why));
    }

    private void say(String line) throws IOException {
        out().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** At the other end: throws {@link MistakeException} with the reason of a desk that does not let us in. */
    static void requireWelcome(String said) {
        if (said.startsWith(REFUSED)) {
            throw new MistakeException(Message.plain(Greeting.decoded(said.substring(REFUSED.length()))));
        }
        if (!said.equals(WELCOME)) {
            throw new MistakeException(Message.of("attach.greeting.stranger"));
        }
    }

    /** Whether he has had enough time. Any thread. */
    boolean isOverdue() {
        long now = nanos.getAsLong();
        return !greeted && now - calledAt > GREETS_WITHIN.toNanos()
                || writing && now - writingSince > TAKES_WITHIN.toNanos();
    }

    String patience() {
        return Long.toString(greeted ? TAKES_WITHIN.toSeconds() : GREETS_WITHIN.toSeconds());
    }

    InputStream in() {
        return input(channel);
    }

    /** Of a blocking channel; the streams of the library would let reading and writing wait for each other. */
    static InputStream input(SocketChannel channel) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                return count == 0 ? 0 : channel.read(ByteBuffer.wrap(bytes, from, count));
            }
        };
    }

    static OutputStream output(SocketChannel channel) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                var left = ByteBuffer.wrap(bytes, from, count);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
            }
        };
    }

    /** Whoever waits here too long is overdue. */
    OutputStream out() {
        var plain = output(channel);
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                writingSince = nanos.getAsLong();
                writing = true;
                try {
                    plain.write(bytes, from, count);
                } finally {
                    writing = false;
                }
            }
        };
    }

    /** Waits until he is gone, but no longer than that. */
    void awaitEnd(long atMostNanos) {
        try {
            ended.await(atMostNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Never waits. */
    @Override
    public void close() throws IOException {
        ended.countDown();
        channel.close();
    }
}
