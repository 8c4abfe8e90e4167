/** What identity providers tell of a person, held against the roster. */
package no.tolv.organisation.provider;
