/** The nodes that share a database: whether they live and go by the same time, who takes over, and who is told. */
package no.tolv.node;
