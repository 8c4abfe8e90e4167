package no.tolv.node.database;

import java.util.Arrays;
import no.tolv.engine.deployment.StartRefused;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.pattern.ValidatePattern;

/** Whether the tables are those this version knows, before it changes any of them. */
final class KnownSchema {

    private KnownSchema() {}

    /**
     * Looks at what has been done to the database.
     *
     * @throws StartRefused when a newer Tolv has changed it, or a change has stopped half way
     */
    static void require(Flyway flyway) {
        ValidatePattern[] allowed = flyway.getConfiguration().getIgnoreMigrationPatterns();
        for (MigrationInfo change : flyway.info().all()) {
            if (change.getState().isFailed()) {
                throw new StartRefused(
                        "Endring " + change.getVersion()
                                + " av databasen stoppet halvveis. Hent databasen tilbake fra sikkerhetskopien, og start på nytt.");
            }
            if (isUnknown(change) && Arrays.stream(allowed).noneMatch(one -> allows(one, change))) {
                throw new StartRefused("Databasen er endret av en nyere Tolv (endring " + change.getVersion()
                        + "), som denne versjonen ikke kjenner. Start den nyere, eller hent databasen tilbake fra"
                        + " sikkerhetskopien fra før oppgraderingen.");
            }
        }
    }

    private static boolean isUnknown(MigrationInfo change) {
        return change.getState().isApplied() && !change.getState().isResolved();
    }

    private static boolean allows(ValidatePattern pattern, MigrationInfo change) {
        return pattern.matchesMigration(change.isVersioned(), change.getState());
    }
}
