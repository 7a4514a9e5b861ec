package makerdeck.backpack.server;

/**
 * The keys of one account of the venue. Immutable; never shows its secret.
 *
 * @param publicKey base64 of the public key, which is the API key
 * @param secret base64 of the 32-byte seed
 */
public record Credentials(String publicKey, String secret) {

    @Override
    public String toString() {
        return "Credentials[" + publicKey + "]";
    }
}
