/** How a request's token becomes the actor that every feature's pages and API hand to its verbs. */
@NullMarked
package org.isnad.identity.web;

import org.jspecify.annotations.NullMarked;
