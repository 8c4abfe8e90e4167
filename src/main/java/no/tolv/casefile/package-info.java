/** What is known and what has been done in one case. */
package no.tolv.casefile;
