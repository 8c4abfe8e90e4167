package no.tolv.casefile;

import java.time.Instant;

/**
 * That somebody has read something in a case, or was turned away.
 *
 * @param caseNumber the case, or null when what was asked for leads to none
 * @param role the role the reader had in the case's unit then, or null without a case
 * @param what a code of at most 64 characters
 * @param allowed false when the reader was turned away
 * @param closed whether the case was closed then
 */
public record Reading(
        long id,
        String caseNumber,
        String reader,
        String role,
        Instant at,
        String what,
        boolean allowed,
        boolean closed,
        String channel) {}
