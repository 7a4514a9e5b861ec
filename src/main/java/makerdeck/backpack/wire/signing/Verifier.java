package makerdeck.backpack.wire.signing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Checks signatures of one public key. Any thread; never blocks. */
public final class Verifier {

    private final Ed25519PublicKeyParameters key;

    /**
     * Throws {@link IllegalArgumentException} when the key is not one.
     *
     * @param publicKey base64 of 32 bytes
     */
    public Verifier(String publicKey) {
        var bytes = Base64.getDecoder().decode(publicKey);
        if (bytes.length != Ed25519PublicKeyParameters.KEY_SIZE) {
            throw new IllegalArgumentException("a public key must be 32 bytes, was " + bytes.length);
        }
        key = new Ed25519PublicKeyParameters(bytes, 0);
    }

    /** Whether the signature, in base64, is this key's for that text; false when it is not even base64. */
    public boolean verifies(String text, String signature) {
        byte[] signed;
        try {
            signed = Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
        var verifier = new Ed25519Signer();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        verifier.init(false, key);
        verifier.update(bytes, 0, bytes.length);
        return verifier.verifySignature(signed);
    }
}
