package makerdeck.backpack.client.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import makerdeck.backpack.wire.ApiError;
import makerdeck.backpack.wire.Codec;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.message.Message;
import makerdeck.venue.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A no, in the venue's words and in ours.
 *
 * @param status of HTTP; 0 when nothing was sent, 200 inside a batch
 * @param code the venue's; empty when the body was no JSON
 * @param said the venue's own words; empty when it had none
 * @param message one line for the operator
 */
public record ApiRejection(int status, String code, Refusal refusal, String said, Message message) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z_]+");

    /** Codes that say nothing about whether the order exists. */
    private static final Set<String> UNDECIDED = Set.of("TIMEOUT", "SERVER_ERROR");

    private static final Set<String> AUTHENTICATION =
            Set.of("UNAUTHORIZED", "INVALIDSIGNATURE", "FORBIDDEN", "INVALIDTWOFACTORCODE", "ACCOUNTDEACTIVATED");
    private static final Set<String> FORBIDDEN = Set.of("FORBIDDEN", "INVALIDTWOFACTORCODE", "ACCOUNTDEACTIVATED");
    private static final Set<String> FUNDS = Set.of("INSUFFICIENTFUNDS", "INSUFFICIENTMARGIN", "BORROWLIMIT");
    private static final Set<String> LENT_OUT = Set.of("INSUFFICIENTSUPPLY", "BORROWREQUIRESLENDREDEEM");
    private static final Set<String> CLOSED = Set.of("MAINTENANCE", "TRADINGPAUSED");
    private static final Set<String> INVALID = Set.of(
            "INVALIDORDER",
            "INVALIDQUANTITY",
            "INVALIDCLIENTREQUEST",
            "INVALIDSYMBOL",
            "INVALIDMARKET",
            "INVALIDRANGE");

    /** What an answer says that is no yes, be it the venue's own or that of something in between. */
    public static ApiRejection read(Codec codec, int status, String body) {
        try {
            var error = codec.decode(ApiError.class, body);
            return isCode(error.code()) ? of(status, error) : ofText(status, body);
        } catch (MalformedMessageException e) {
            // Parameter errors come as plain text, the network's own as HTML or nothing.
            return ofText(status, body);
        }
    }

    public static ApiRejection of(int status, ApiError error) {
        var code = error.code() == null ? "" : error.code();
        var message = error.message() == null ? "" : error.message();
        var words = message.isEmpty() ? code : message;
        return new ApiRejection(
                status,
                code,
                refusal(status, code, message),
                message,
                Message.plain(words.isEmpty() ? "HTTP " + status : oneLine(words)));
    }

    /**
     * An answer without a code of the venue's. It says nothing about key, order or account, but for the venue's own
     * complaints about a request that it cannot read or that comes too late, and for a ban of our address.
     */
    public static ApiRejection ofText(int status, String text) {
        var words = Message.plain(oneLine(text));
        if (!ForeignAnswer.isHtml(text)) {
            if (status == 418) {
                return new ApiRejection(status, "", Refusal.BANNED, text, words);
            }
            if (status == 400 && isParseError(text)) {
                return new ApiRejection(status, "", Refusal.INVALID_ORDER, text, words);
            }
            if ((status == 400 || status == 401) && isAboutTime(text)) {
                return new ApiRejection(status, "", Refusal.LATE, text, words);
            }
        }
        return foreign(status, text);
    }

    /** What this side says of a request or of its answer. */
    public static ApiRejection ours(int status, Refusal refusal, Message message) {
        return new ApiRejection(status, "", refusal, "", message);
    }

    /** What something in between has answered. */
    static ApiRejection foreign(int status, String body) {
        return ours(status, Refusal.NOT_THE_VENUE, ForeignAnswer.words(status, body));
    }

    private static boolean isParseError(String message) {
        return contains(message, "parse request payload error") || contains(message, "failed to parse");
    }

    static ApiRejection notSent(Message why) {
        return ours(0, Refusal.NOT_SENT, why);
    }

    /** Whether this leaves open what became of the request. */
    public boolean isUndecided() {
        return UNDECIDED.contains(code) || isForeign() || refusal == Refusal.LATE && code.isEmpty();
    }

    /** Whether it is not the venue that has answered. */
    boolean isForeign() {
        return refusal == Refusal.NOT_THE_VENUE;
    }

    /** Whether a code can be one of the venue's: words, not the numbers of those in between. */
    static boolean isCode(@Nullable String code) {
        return code != null && CODE.matcher(code).matches();
    }

    /** Whether the venue disliked our time, which measuring its clock again may cure. */
    public boolean isAboutTime() {
        return isAboutTime(said);
    }

    /** Whether these words of the venue's are about our time. */
    public static boolean isAboutTime(String message) {
        return contains(message, "request has expired") || contains(message, "invalid timestamp");
    }

    /** Whether the code itself says that the key may not do this, whatever the signature. */
    boolean isForbidden() {
        return FORBIDDEN.contains(plain(code));
    }

    ApiRejection as(Refusal other) {
        return new ApiRejection(status, code, other, said, message);
    }

    /** The venue does not know what was asked for. Its code says so; the status that comes with it differs. */
    public boolean isNotFound() {
        return plain(code).equals("RESOURCENOTFOUND");
    }

    /** The venue knows no such open order. */
    public boolean isNoSuchOrder() {
        return isNotFound() || !code.isEmpty() && contains(said, "order not found");
    }

    private static Refusal refusal(int status, String code, String message) {
        var plainCode = plain(code);
        if (plainCode.equals("POSTONLYTAKER")
                || contains(message, "immediately match")
                || plain(message).contains("POSTONLYTAKER")) {
            return Refusal.POST_ONLY_WOULD_TAKE;
        }
        if (isAboutTime(message)) {
            return Refusal.LATE;
        }
        if (status == 401 || AUTHENTICATION.contains(plainCode) || isAuthentication(message)) {
            return Refusal.AUTHENTICATION;
        }
        if (status == 418) {
            return Refusal.BANNED;
        }
        if (status == 429 || plainCode.equals("TOOMANYREQUESTS")) {
            return Refusal.RATE_LIMIT;
        }
        if (status == 503 || CLOSED.contains(plainCode)) {
            return Refusal.VENUE_CLOSED;
        }
        return ofCode(plainCode);
    }

    private static Refusal ofCode(String plainCode) {
        if (LENT_OUT.contains(plainCode)) {
            return Refusal.LENT_OUT;
        }
        if (FUNDS.contains(plainCode)) {
            return Refusal.INSUFFICIENT_FUNDS;
        }
        if (plainCode.equals("INVALIDPRICE")) {
            return Refusal.PRICE_BAND;
        }
        return INVALID.contains(plainCode) ? Refusal.INVALID_ORDER : Refusal.OTHER;
    }

    private static boolean isAuthentication(String message) {
        return contains(message, "invalid signature") || contains(message, "invalid x-signature");
    }

    private static boolean contains(String message, String lowerCase) {
        return message.toLowerCase(Locale.ROOT).contains(lowerCase);
    }

    /** Recordings disagree on case and underscores. */
    private static String plain(String code) {
        return code.replace("_", "").toUpperCase(Locale.ROOT);
    }

    private static String oneLine(String words) {
        return ForeignAnswer.oneLine(words, 200);
    }
}
