package makerdeck.backpack.wire.signing;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The signature of a request as long as a batch of three orders. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SignatureBench {

    private final Signer signer = new Signer("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    private final String text = ("instruction=orderExecute&clientId=117440513&orderType=Limit&postOnly=true&price=149.85"
                            + "&quantity=0.50&side=Bid&symbol=SOL_USDC&timeInForce=GTC&")
                    .repeat(3)
            + "timestamp=1788368290063&window=5000";

    @Benchmark
    public String signed() {
        return signer.sign(text);
    }
}
