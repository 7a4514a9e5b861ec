package makerdeck.guardian;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import makerdeck.backpack.client.RestingOrderClient;
import makerdeck.backpack.client.base.BackpackSettings;
import makerdeck.backpack.client.base.ClientRuntime;
import makerdeck.backpack.client.base.VenueRefusedException;
import makerdeck.backpack.client.calls.RestingOrder;
import makerdeck.backpack.wire.signing.Signer;

/** The account at the venue. */
final class LiveAccount implements GuardedAccount, AutoCloseable {

    private static final int KNOCKS_FOR_MILLIS = 1000;

    private final URI rest;
    private final RestingOrderClient orders;

    LiveAccount(GuardianOrders guardianOrders, BackpackSettings settings, ClientRuntime runtime) {
        rest = guardianOrders.rest();
        orders = new RestingOrderClient(settings, new Signer(guardianOrders.secret()), runtime);
    }

    @Override
    public List<RestingOrder> read() throws IOException, InterruptedException {
        try {
            return orders.read();
        } catch (VenueRefusedException refused) {
            throw refused;
        } catch (IOException failed) {
            throw isDeserted() ? new DesertedException(failed) : failed;
        }
    }

    /** Whether the address is this machine's and nobody listens there. */
    private boolean isDeserted() {
        try (var socket = new Socket()) {
            var address = InetAddress.getByName(rest.getHost());
            if (!address.isLoopbackAddress()) {
                return false;
            }
            socket.connect(new InetSocketAddress(address, rest.getPort()), KNOCKS_FOR_MILLIS);
            return false;
        } catch (ConnectException refused) {
            return true;
        } catch (IOException unclear) {
            return false;
        }
    }

    @Override
    public void cancel(List<RestingOrder> left) throws InterruptedException {
        orders.cancel(left);
    }

    @Override
    public void close() {
        orders.close();
    }
}
