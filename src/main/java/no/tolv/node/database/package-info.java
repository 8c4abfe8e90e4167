/** What the database must be like for a node to start on it and to trust it. */
package no.tolv.node.database;
