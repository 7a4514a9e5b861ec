package makerdeck.guardian;

import java.io.IOException;
import java.util.List;
import makerdeck.backpack.client.BackpackSettings;
import makerdeck.backpack.client.RestingOrder;
import makerdeck.backpack.client.RestingOrders;
import makerdeck.backpack.client.Surroundings;
import makerdeck.backpack.wire.Signer;

/** The account at the venue. */
final class LiveAccount implements Account, AutoCloseable {

    private final RestingOrders orders;

    LiveAccount(Charge charge, BackpackSettings settings, Surroundings around) {
        orders = new RestingOrders(settings, new Signer(charge.secret()), around);
    }

    @Override
    public List<RestingOrder> read() throws IOException, InterruptedException {
        return orders.read();
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
