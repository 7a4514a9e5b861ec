package makerdeck.process;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port of this machine on which nobody answers and which nobody else is given, until it is closed; a test that opens
 * a server on it may do so meanwhile, as servers of Java take an address that is only bound.
 */
public final class HeldPort implements Closeable {

    private final Socket holder = new Socket();

    public HeldPort() throws IOException {
        holder.setReuseAddress(true);
        holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    public int number() {
        return holder.getLocalPort();
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), number());
    }

    @Override
    public void close() throws IOException {
        holder.close();
    }
}
