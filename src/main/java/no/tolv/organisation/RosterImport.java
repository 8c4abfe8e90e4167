package no.tolv.organisation;

import no.tolv.organisation.provider.IdentityProviders;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in the roster when Tolv starts: everything or nothing, in one transaction, and as often as one likes. A bean
 * that needs the organisation to be there asks for this one in its constructor.
 */
@Component
public class RosterImport implements InitializingBean {

    private final ResourceLoader resources;
    private final String folder;
    private final IdentityProviders providers;
    private final RosterTables tables;
    private final TransactionTemplate transaction;

    /** @param folder {@code tolv.roster}, a folder as a Spring resource location */
    RosterImport(
            ResourceLoader resources,
            @Value("${tolv.roster:}") String folder,
            IdentityProviders providers,
            RosterTables tables,
            PlatformTransactionManager transactions) {
        this.resources = resources;
        this.folder = folder;
        this.providers = providers;
        this.tables = tables;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Reads the folder and writes what it says.
     *
     * @throws RosterBroken when a file is not as it should be; nothing has been written then
     */
    @Override
    public void afterPropertiesSet() {
        Roster roster = Roster.read(folder(), providers);
        transaction.executeWithoutResult(status -> {
            tables.lock();
            tables.write(roster);
        });
    }

    /** Holds back other nodes that start at the same time, until the caller's transaction ends. */
    public void lock() {
        tables.lock();
    }

    private Resource folder() {
        if (folder.isBlank()) {
            throw new RosterBroken(
                    "Innstillingen «tolv.roster»",
                    "mappen med enheter, ansatte, elever og foresatte er ikke oppgitt",
                    "sett den til en mappe, for eksempel file:/etc/tolv/roster/");
        }
        return resources.getResource(folder.endsWith("/") ? folder : folder + "/");
    }
}
