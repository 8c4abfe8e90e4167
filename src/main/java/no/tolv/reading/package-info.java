/** Who has read what in the cases, told in sentences, and looked through every week. */
package no.tolv.reading;
