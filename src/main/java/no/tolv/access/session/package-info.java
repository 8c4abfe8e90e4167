/** How long a login lasts, what is kept of it, and what ends it at once on every node. */
package no.tolv.access.session;
