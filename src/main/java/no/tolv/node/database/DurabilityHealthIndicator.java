package no.tolv.node.database;

import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether what the database has said yes to survives a power failure. */
@Component
class DurabilityHealthIndicator extends AbstractHealthIndicator {

    private static final Status ALARM = new Status("ALARM", "Databasen kan miste det den har bekreftet");

    private final DataSource database;

    DurabilityHealthIndicator(DataSource database) {
        super("Databasens innstillinger kan ikke leses");
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        try (Connection connection = database.getConnection()) {
            List<String> off = Durability.off(connection);
            health.status(off.isEmpty() ? Status.UP : ALARM).withDetail("off", off);
        }
    }
}
