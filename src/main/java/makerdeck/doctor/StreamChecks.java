package makerdeck.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import makerdeck.backpack.client.PlainCalls.Heard;
import makerdeck.backpack.wire.MalformedMessageException;
import makerdeck.backpack.wire.Markets;
import makerdeck.backpack.wire.StreamData;
import makerdeck.message.Message;
import makerdeck.message.UnavailableException;
import org.jspecify.annotations.Nullable;

/** Whether the market's stream follows from its seed without a hole, and whether the account's is let in. */
final class StreamChecks {

    private final Patient patient;

    StreamChecks(Patient patient) {
        this.patient = patient;
    }

    List<Finding> run() throws InterruptedException {
        var findings = new ArrayList<Finding>();
        findings.add(market());
        if (patient.hasKey()) {
            findings.add(account());
        }
        return findings;
    }

    private Finding market() throws InterruptedException {
        var seed = new AtomicReference<Long>();
        var heard = patient.calls()
                .listen(
                        List.of("depth." + patient.symbol()),
                        false,
                        patient.listening(),
                        patient.listening().dividedBy(2),
                        () -> seed.set(seed()),
                        frame -> false);
        patient.raw().keep("stream-market", heard.frames());
        if (heard.lost() != null) {
            return lost("stream", heard);
        }
        var frames = depths(heard.frames());
        if (frames.isEmpty()) {
            return Finding.fail(
                    "stream",
                    Message.of("doctor.stream.silent", patient.listening().toSeconds()),
                    Message.of("doctor.stream.todo"));
        }
        long holes = holes(frames);
        if (!follows(seed.get(), frames)) {
            return Finding.warn("stream", Message.of("doctor.stream.no-seed"), Message.of("doctor.stream.todo"));
        }
        return holes > 0
                ? Finding.warn(
                        "stream",
                        Message.of("doctor.stream.holes", holes, (long) frames.size()),
                        Message.of("doctor.stream.todo"))
                : Finding.ok(
                        "stream",
                        Message.of(
                                "doctor.stream.ok",
                                (long) frames.size(),
                                patient.listening().toSeconds()));
    }

    private static Finding lost(String check, Heard heard) {
        return Finding.fail(check, Message.of("doctor.stream.lost", heard.lost()), Message.of("doctor.stream.todo"));
    }

    /** Null when the book could not be read. */
    private @Nullable Long seed() {
        try {
            var answer = patient.calls()
                    .open("/api/v1/depth", List.of(Map.entry("symbol", patient.symbol()), Map.entry("limit", "1000")));
            var id = patient.calls()
                    .codec()
                    .decode(Markets.DepthSnapshot.class, answer.body())
                    .lastUpdateId();
            return id == null ? null : Long.valueOf(id);
        } catch (UnavailableException | MalformedMessageException | NumberFormatException none) {
            return null;
        }
    }

    /** The first frame that is newer than the book that was read must go on where that one ends. */
    private static boolean follows(@Nullable Long seed, List<StreamData.Depth> frames) {
        return seed != null
                && frames.stream()
                        .filter(frame -> frame.lastUpdateId() != null && frame.lastUpdateId() > seed)
                        .findFirst()
                        .map(frame -> frame.firstUpdateId() != null && frame.firstUpdateId() <= seed + 1)
                        .orElse(true);
    }

    private List<StreamData.Depth> depths(List<String> frames) {
        var depths = new ArrayList<StreamData.Depth>();
        for (var frame : frames) {
            try {
                if (patient.calls().codec().decodeFrame(frame).data() instanceof StreamData.Depth depth) {
                    depths.add(depth);
                }
            } catch (MalformedMessageException odd) {
                patient.raw().keep("odd-frame", frame);
            }
        }
        return depths;
    }

    private static long holes(List<StreamData.Depth> frames) {
        long holes = 0;
        for (int i = 1; i < frames.size(); i++) {
            var before = frames.get(i - 1).lastUpdateId();
            var from = frames.get(i).firstUpdateId();
            if (before == null || from == null || from != before + 1) {
                holes++;
            }
        }
        return holes;
    }

    /** A subscription is not acknowledged: one that is not refused is in force. */
    private Finding account() throws InterruptedException {
        var heard = patient.calls()
                .listen(
                        List.of("account.orderUpdate." + patient.symbol()),
                        true,
                        patient.listening().dividedBy(2),
                        Duration.ZERO,
                        () -> {},
                        frame -> frame.contains("\"error\""));
        patient.raw().keep("stream-account", heard.frames());
        if (heard.lost() != null) {
            return lost("account-stream", heard);
        }
        for (var frame : heard.frames()) {
            if (frame.contains("\"error\"")) {
                return Finding.fail(
                        "account-stream",
                        Message.of("doctor.account-stream.refused"),
                        Message.of("doctor.key.refused.todo"));
            }
        }
        return Finding.ok("account-stream", Message.of("doctor.account-stream.ok"));
    }
}
