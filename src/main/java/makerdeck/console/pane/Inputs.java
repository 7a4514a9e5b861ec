package makerdeck.console.pane;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a picture shows, part by part. A record would do, but its generated comparison is many times dearer where frames
 * come so seldom that no cache has kept it. Immutable.
 */
final class Inputs {

    private final @Nullable Object[] parts;

    private Inputs(@Nullable Object[] parts) {
        this.parts = parts;
    }

    static Inputs of(@Nullable Object... parts) {
        return new Inputs(parts);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Inputs inputs) || inputs.parts.length != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!Objects.equals(parts[i], inputs.parts[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Objects.hash(parts);
    }
}
