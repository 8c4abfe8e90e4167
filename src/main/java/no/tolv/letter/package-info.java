/** What we tell guardians, staff and authorities, and the outbox it leaves through. */
package no.tolv.letter;
