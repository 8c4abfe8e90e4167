/** Which units there are, who works there in which role, which pupils and guardians they have. */
package no.tolv.organisation;
