package makerdeck.text;

/**
 * One line of a text, without its end. Immutable.
 *
 * @param number from 1
 * @param text what could be read of it; no part of it counts while there is a flaw
 * @param flaw why it cannot be read, in the operator's words; empty when it can
 */
public record Line(int number, String text, String flaw) {

    public boolean isReadable() {
        return flaw.isEmpty();
    }

    /** Nothing, or a remark: what stands there is of no weight, readable or not. */
    public boolean isRemark() {
        var start = Plain.of(text);
        return isReadable() && start.isEmpty() || start.startsWith("#") || start.startsWith("!");
    }
}
