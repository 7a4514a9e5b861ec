package makerdeck;

import java.net.URI;
import java.util.List;
import makerdeck.backpack.server.Credentials;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.message.Message;
import makerdeck.message.MistakeException;

/**
 * Where the venue is, and the key to it. Prints without the key. Immutable.
 *
 * @param keysFrom where the key was read, for an operator
 */
record VenueAddress(URI rest, URI socket, String secret, Message keysFrom) {

    /**
     * By what files name the account: a fingerprint of the public key.
     *
     * @throws MistakeException when the secret is no key
     */
    String account() {
        return signer().fingerprint();
    }

    /** What a desk needs to know of a venue that runs alone, as lines for a shell. */
    static List<String> variables(String rest, String socket, Credentials trading, Credentials reading) {
        return List.of(
                "BACKPACK_API_URL=" + rest,
                "BACKPACK_WS_URL=" + socket,
                "BACKPACK_KEY=" + trading.publicKey(),
                "BACKPACK_SECRET=" + trading.secret(),
                "BACKPACK_READ_KEY=" + reading.publicKey(),
                "BACKPACK_READ_SECRET=" + reading.secret());
    }

    /** What the operator's secret holds shows here first: only its length has been looked at. */
    private Signer signer() {
        try {
            return new Signer(secret);
        } catch (IllegalArgumentException noKey) {
            throw new MistakeException(Message.of("program.key.no-secret", keysFrom), noKey);
        }
    }

    @Override
    public String toString() {
        return "Access[" + rest + "]";
    }
}
