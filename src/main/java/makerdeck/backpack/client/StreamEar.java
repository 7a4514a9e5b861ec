package makerdeck.backpack.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import makerdeck.backpack.client.http.TransportErrors;
import makerdeck.message.Message;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** Subscribes once a socket is open and keeps what it says. OkHttp's threads; any thread reads. */
final class StreamEar extends WebSocketListener {

    private final String subscription;
    private final Predicate<String> enough;
    final CountDownLatch opened = new CountDownLatch(1);
    final CountDownLatch first = new CountDownLatch(1);
    final CountDownLatch over = new CountDownLatch(1);
    private final List<String> frames = new CopyOnWriteArrayList<>();
    private volatile @Nullable Message lost = Message.of("client.connection.no-answer");

    StreamEar(String subscription, Predicate<String> enough) {
        this.subscription = subscription;
        this.enough = enough;
    }

    PlainCalls.Heard heard() {
        return new PlainCalls.Heard(new ArrayList<>(frames), lost);
    }

    @Override
    public void onOpen(WebSocket web, Response response) {
        lost = null;
        web.send(subscription);
        opened.countDown();
    }

    @Override
    public void onMessage(WebSocket web, String text) {
        frames.add(text);
        first.countDown();
        if (enough.test(text)) {
            over.countDown();
        }
    }

    @Override
    public void onClosing(WebSocket web, int code, String reason) {
        end(Message.of("client.stream.closed", code));
    }

    @Override
    public void onFailure(WebSocket web, Throwable failure, @Nullable Response response) {
        if (over.getCount() > 0) {
            end(
                    response != null
                            ? Message.of("client.stream.no-socket", "HTTP " + response.code())
                            : failure instanceof IOException io
                                    ? TransportErrors.words(io)
                                    : Message.plain(String.valueOf(failure.getMessage())));
        }
    }

    private void end(Message why) {
        lost = why;
        over.countDown();
        opened.countDown();
    }
}
