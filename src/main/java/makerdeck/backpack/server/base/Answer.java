package makerdeck.backpack.server.base;

import java.util.Map;
import makerdeck.backpack.wire.ApiError;

/**
 * What a call gets back. Immutable.
 *
 * @param body text for a plain answer, otherwise the message to encode
 */
public record Answer(int status, boolean plain, Object body, Map<String, String> headers) {

    public static Answer json(Object message) {
        return new Answer(200, false, message, Map.of());
    }

    public static Answer text(int status, String text) {
        return new Answer(status, true, text, Map.of());
    }

    public static Answer noContent() {
        return text(204, "");
    }

    public static Answer error(int status, String code, String message) {
        return new Answer(status, false, new ApiError(code, message), Map.of());
    }

    public static Answer invalid(String message) {
        return error(400, "INVALID_CLIENT_REQUEST", message);
    }

    public static Answer notFound() {
        return error(404, "RESOURCE_NOT_FOUND", "Not Found");
    }

    /** A parameter that could not be read: these are not JSON on the wire. */
    static Answer badParameter(String name, String why) {
        return text(400, "failed to parse parameter `" + name + "`: " + why);
    }

    /** A body that could not be read: these are not JSON on the wire. */
    public static Answer badPayload(String why) {
        return text(400, "parse request payload error: " + why);
    }

    /** The same with another status. */
    public Answer with(int other) {
        return new Answer(other, plain, body, headers);
    }

    public Answer with(Map<String, String> more) {
        return new Answer(status, plain, body, more);
    }
}
