package makerdeck.backpack.client.http;

import java.io.IOException;
import makerdeck.backpack.wire.Codec;
import makerdeck.message.Message;
import okhttp3.Response;
import org.tinylog.Logger;

/** What stands in place of a WebSocket that was asked for. OkHttp's threads. */
public final class Handshake {

    /** A page has its title at its beginning. */
    private static final long READ_BYTES = 64 << 10;

    private Handshake() {}

    /** One line for the operator. */
    public static Message words(Codec codec, Response answer) {
        return Message.of(
                "client.stream.no-socket",
                ApiRejection.read(codec, answer.code(), beginning(answer)).message());
    }

    private static String beginning(Response answer) {
        try {
            return answer.peekBody(READ_BYTES).string();
        } catch (IOException | IllegalStateException unread) {
            Logger.info("the answer in place of a socket cannot be read: {}", unread.toString());
            return "";
        }
    }
}
