package makerdeck.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import makerdeck.process.Threads;

/** A way between two processes of this machine that can be cut as networks are: nothing arrives, and nobody is told. */
final class CutLine implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final int to;
    private volatile boolean cut;

    /** @param to port of the other end */
    CutLine(int to) throws IOException {
        this.to = to;
        Threads.start("cut-line", this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void cut() {
        cut = true;
    }

    /** New connections go through again; what the cut has swallowed of old ones is lost, so they are taken down. */
    void mend() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        cut = false;
    }

    private void accept() {
        try {
            while (true) {
                var near = door.accept();
                sockets.add(near);
                var far = new Socket();
                far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), to));
                sockets.add(far);
                Threads.start("there", () -> pump(near, far));
                Threads.start("back", () -> pump(far, near));
            }
        } catch (IOException closed) {
            // The test is over, or the other end is gone.
        }
    }

    private void pump(Socket from, Socket into) {
        try (from;
                into) {
            InputStream in = from.getInputStream();
            OutputStream out = into.getOutputStream();
            var buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!cut) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException closed) {
            // The connection is over.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        mend();
    }
}
