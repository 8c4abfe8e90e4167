package no.tolv.engine.account;

import no.tolv.engine.task.FormerGrants;
import no.tolv.organisation.RosterImport;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** After the roster is in and before anybody can log in: accounts, filters and authorizations, all or nothing. */
@Component
class AccessSetup implements SmartInitializingSingleton {

    private final RosterImport roster;
    private final IdentitySync identities;
    private final Filters filters;
    private final Authorizations authorizations;
    private final FormerGrants former;
    private final TransactionTemplate transaction;

    AccessSetup(
            RosterImport roster,
            IdentitySync identities,
            Filters filters,
            Authorizations authorizations,
            FormerGrants former,
            PlatformTransactionManager transactions) {
        this.roster = roster;
        this.identities = identities;
        this.filters = filters;
        this.authorizations = authorizations;
        this.former = former;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            roster.lock();
            identities.run();
            filters.bring();
            authorizations.align();
            former.remove();
        });
    }
}
