package makerdeck;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import makerdeck.backpack.wire.signing.Signer;
import makerdeck.engine.input.Inbox;
import makerdeck.guardian.GuardianOrders;
import makerdeck.guardian.Lease;
import makerdeck.guardian.distant.Connection;
import makerdeck.guardian.distant.SharedKey;
import makerdeck.guardian.supervisor.DistantGuardian;
import makerdeck.guardian.supervisor.GuardianSupervisor;
import makerdeck.process.Threads;
import makerdeck.settings.Guardians;
import makerdeck.snapshot.Mode;
import makerdeck.words.Speech;
import org.jspecify.annotations.Nullable;

/** What a desk does about its guardian, from start to end. */
final class GuardianLink {

    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** The embedded venue goes with the desk, and takes the orders along. */
    private static final Duration EMBEDDED = Duration.ofSeconds(5);

    /** One on this machine may be started again at once, without any order of before. */
    private static final Duration THIS_MACHINE = Duration.ofMinutes(1);

    /** Orders on the exchange outlive any outage; so must the wish to cancel them. */
    private static final Duration EXCHANGE = Duration.ofHours(24);

    private final GuardianOrders guardianOrders;
    private final boolean watching;
    private final Speech speech;
    private final @Nullable GuardianSupervisor supervisor;
    private final List<DistantGuardian> elsewhere;

    /** @param engineAt when the engine last did anything */
    GuardianLink(DeskPlan plan, GuardianOrders guardianOrders, Supplier<Instant> engineAt, Inbox inbox, Speech speech) {
        this.guardianOrders = guardianOrders;
        this.speech = speech;
        watching = plan.settings().watch();
        supervisor = plan.settings().guardians().here()
                ? new GuardianSupervisor(GuardianProgram.class, guardianOrders, engineAt, inbox, System::nanoTime)
                : null;
        elsewhere = elsewhere(plan.settings().guardians(), guardianOrders, engineAt, inbox);
    }

    private static List<DistantGuardian> elsewhere(
            Guardians guardians, GuardianOrders guardianOrders, Supplier<Instant> engineAt, Inbox inbox) {
        var key = guardians.key() == null ? null : SharedKey.read(guardians.key());
        return guardians.elsewhere().stream()
                .map(address -> new DistantGuardian(
                        address.text(),
                        () -> Connection.to(address.at(), key),
                        guardianOrders.with(guardians.silence()),
                        engineAt,
                        inbox,
                        System::nanoTime))
                .toList();
    }

    /** What the guardian of such a desk is told. */
    static GuardianOrders guardianOrders(DeskPlan plan, URI rest, URI socket, String secret, int tag) {
        var folder = plan.folders().state();
        // By account, as the lock is: another account's desk is no later life of this one.
        var place = plan.embedded() == null ? rest.getAuthority() + "-" + new Signer(secret).fingerprint() : "embedded";
        var name = "guardian-" + plan.symbol() + "-" + place;
        return new GuardianOrders(
                plan.symbol(),
                rest,
                socket,
                secret,
                tag,
                SILENCE,
                patience(plan),
                folder,
                new Lease(
                        folder.resolve(name.replace(':', '-')),
                        UUID.randomUUID().toString()));
    }

    private static Duration patience(DeskPlan plan) {
        if (plan.embedded() != null) {
            return EMBEDDED;
        }
        return plan.mode() == Mode.LIVE ? EXCHANGE : THIS_MACHINE;
    }

    void start() {
        elsewhere.forEach(DistantGuardian::announce);
        if (supervisor != null) {
            Threads.start("guardian", supervisor::keep);
        }
    }

    /** The venue has let us in: from now on the orders are this desk's to look after, not an earlier guardian's. */
    void takeOver() throws IOException {
        if (!watching) {
            guardianOrders.lease().begin();
            elsewhere.forEach(each -> Threads.start("guardian-" + each.name(), each::keep));
        }
    }

    /** Nothing is left, or what is left shall stay. */
    void leave() throws InterruptedException {
        if (supervisor != null) {
            supervisor.goodbye();
        }
        for (var each : elsewhere) {
            each.goodbye();
        }
    }

    /** For a desk that leaves orders it could not cancel: who still tries; empty when nobody does. */
    String goesOn() {
        if (supervisor != null && supervisor.isGuarded()) {
            return speech.say(
                    "program.guardian.goes-on", guardianOrders.folder().resolve("guardian.log"));
        }
        return elsewhere.stream()
                .filter(DistantGuardian::isArmed)
                .findFirst()
                .map(each -> speech.say("program.guardian.goes-on-at", each.name()))
                .orElse("");
    }
}
