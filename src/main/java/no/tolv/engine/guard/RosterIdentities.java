package no.tolv.engine.guard;

import org.camunda.bpm.engine.impl.IdentityServiceImpl;

/**
 * Users come from the roster, so the web apps and the REST API may not write them. It also keeps the web apps from
 * offering to create a first all-powerful administrator, which they do as long as nobody is one.
 */
public class RosterIdentities extends IdentityServiceImpl {

    @Override
    public boolean isReadOnly() {
        return true;
    }
}
