/** Articles over HTTP: intake and reading pages for people, JSON for API clients. */
@NullMarked
package org.isnad.article.web;

import org.jspecify.annotations.NullMarked;
