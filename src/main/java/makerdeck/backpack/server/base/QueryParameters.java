package makerdeck.backpack.server.base;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query of a call, decoded, in the order sent within each name. Immutable. */
public record QueryParameters(List<Map.Entry<String, String>> entries) {

    private static final String NOT_IN_ENUMERATION = "Expect a valid enumeration value.";

    public @Nullable String text(String name) {
        return entries.stream()
                .filter(entry -> entry.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    public List<String> all(String name) {
        return entries.stream()
                .filter(entry -> entry.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    public String required(String name, String type) throws RefusedCallException {
        var value = text(name);
        if (value == null || value.isEmpty()) {
            throw new RefusedCallException(Answer.badParameter(name, "Type \"" + type + "\" expects an input value."));
        }
        return value;
    }

    public String symbol() throws RefusedCallException {
        var symbol = required("symbol", "MarketSymbol");
        if (!Symbols.isWellFormed(symbol)) {
            throw new RefusedCallException(
                    Answer.badParameter("symbol", "failed to parse \"MarketSymbol\": Invalid market symbol"));
        }
        return symbol;
    }

    /** One of the choices by its name on the wire; absent gives {@code otherwise}. */
    public <T> T choice(String name, String type, Map<String, T> choices, T otherwise) throws RefusedCallException {
        var value = text(name);
        if (value == null) {
            return otherwise;
        }
        var chosen = choices.get(value);
        if (chosen == null) {
            throw new RefusedCallException(
                    Answer.badParameter(name, "failed to parse \"" + type + "\": " + NOT_IN_ENUMERATION));
        }
        return chosen;
    }

    public long number(String name, long otherwise, long least, long most) throws RefusedCallException {
        var value = text(name);
        if (value == null) {
            return otherwise;
        }
        long number;
        try {
            number = Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new RefusedCallException(
                    Answer.badParameter(name, "failed to parse \"integer\": invalid digit found in string"));
        }
        if (number < least) {
            throw new RefusedCallException(
                    Answer.badParameter(name, "verification failed. minimum(" + least + ", exclusive: false)"));
        }
        if (number > most) {
            throw new RefusedCallException(
                    Answer.badParameter(name, "verification failed. maximum(" + most + ", exclusive: false)"));
        }
        return number;
    }
}
