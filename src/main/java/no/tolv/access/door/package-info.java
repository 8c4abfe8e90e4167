/** The only door: who somebody is, and which paths they may take. */
package no.tolv.access.door;
