package no.tolv.engine.account;

import java.util.List;
import java.util.Set;

/**
 * What an account is good for at this moment.
 *
 * @param groups ids of the groups it is in
 * @param units ids of the units it works at: the engine's tenants
 * @param credential changes when the password does; tells nothing about it
 */
public record Standing(String user, Set<String> groups, List<String> units, String credential) {}
