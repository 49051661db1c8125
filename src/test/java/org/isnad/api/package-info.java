/** The JSON API as its clients meet it: real tokens, real database, nothing but HTTP. */
package org.isnad.api;
