package makerdeck.backpack.wire.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Signs with the account's secret and never shows it. Any thread; never blocks. */
public final class Signer {

    private static final int SEED_BYTES = 32;
    private static final int FINGERPRINT_BYTES = 6;

    private final Ed25519PrivateKeyParameters secret;
    private final String publicKey;

    /**
     * Throws {@link IllegalArgumentException} when the secret is not base64 of 32 or 64 bytes; the
     * message does not quote it.
     *
     * @param secret base64 of the 32-byte seed, or of the seed followed by the public key
     */
    public Signer(String secret) {
        var bytes = decode(secret.strip());
        this.secret = new Ed25519PrivateKeyParameters(bytes, 0);
        var publicBytes = this.secret.generatePublicKey().getEncoded();
        if (bytes.length > SEED_BYTES
                && !Arrays.equals(publicBytes, Arrays.copyOfRange(bytes, SEED_BYTES, bytes.length))) {
            throw new IllegalArgumentException("the second half of a 64-byte secret must be its public key");
        }
        this.publicKey = Base64.getEncoder().encodeToString(publicBytes);
    }

    private static byte[] decode(String secret) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the secret must be base64");
        }
        if (bytes.length != SEED_BYTES && bytes.length != 2 * SEED_BYTES) {
            throw new IllegalArgumentException("the secret must be 32 or 64 bytes, was " + bytes.length);
        }
        return bytes;
    }

    /** The account's public key in base64, which is the API key too. */
    public String publicKey() {
        return publicKey;
    }

    /** By what files name the account: the beginning of a digest of the public key, 12 hexadecimal digits. */
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(publicKey.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /** The signature of a text, in base64. */
    public String sign(String text) {
        var signer = new Ed25519Signer();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        signer.init(true, secret);
        signer.update(bytes, 0, bytes.length);
        return Base64.getEncoder().encodeToString(signer.generateSignature());
    }

    @Override
    public String toString() {
        return "Signer[" + publicKey + "]";
    }
}
