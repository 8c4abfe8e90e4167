/** Who must be told, when, and whether they have received it. */
package no.tolv.escalation;
