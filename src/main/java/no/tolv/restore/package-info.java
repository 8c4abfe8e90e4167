/** A database that has been restored stands still until an operator has looked at it. */
package no.tolv.restore;
