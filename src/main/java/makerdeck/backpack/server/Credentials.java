package makerdeck.backpack.server;

import java.util.Base64;
import java.util.random.RandomGenerator;
import makerdeck.backpack.server.http.Authenticator;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.simulator.model.AccountId;

/**
 * The keys of one account of the venue. Immutable; never shows its secret.
 *
 * @param publicKey base64 of the public key, which is the API key
 * @param secret base64 of the 32-byte seed
 */
public record Credentials(String publicKey, String secret) {

    private static final int SEED_BYTES = 32;

    /** New ones, which the venue knows from now on. */
    static Credentials issued(
            Authenticator authenticator, AccountId account, boolean mayTrade, RandomGenerator random) {
        var seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        var secret = Base64.getEncoder().encodeToString(seed);
        var publicKey = new Signer(secret).publicKey();
        authenticator.register(publicKey, account, mayTrade);
        return new Credentials(publicKey, secret);
    }

    @Override
    public String toString() {
        return "Credentials[" + publicKey + "]";
    }
}
