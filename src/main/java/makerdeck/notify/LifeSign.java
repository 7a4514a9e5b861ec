package makerdeck.notify;

import java.time.Duration;
import java.time.Instant;
import makerdeck.notify.sink.Web;
import makerdeck.snapshot.DeskSnapshot;
import makerdeck.snapshot.DeskState;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Tells a watch elsewhere (Uptime Kuma's push monitor, healthchecks.io) once a minute that the desk is well: only while
 * its engine moves and it is not halted. What does not come is what that watch rings for. One thread; blocks.
 */
public final class LifeSign {

    static final Duration EVERY = Duration.ofMinutes(1);

    private final Web web;
    private final HttpUrl url;
    private @Nullable Instant beatenAt;
    private boolean failing;

    LifeSign(Web web, HttpUrl url) {
        this.web = web;
        this.url = url;
    }

    /** Called once in {@link #EVERY}; true when the watch has heard it. */
    boolean beat(DeskSnapshot desk) {
        var at = desk.at();
        var moves = !at.equals(beatenAt);
        beatenAt = at;
        if (!moves || desk.state() == DeskState.HALTED) {
            return false;
        }
        var heard = isHeard();
        if (heard == failing) {
            failing = !heard;
            Logger.info("the heartbeat is {}", heard ? "heard again" : "not heard");
        }
        return heard;
    }

    private boolean isHeard() {
        try {
            return web.get(url).isGood();
        } catch (Web.NoAnswerException none) {
            return false;
        }
    }
}
