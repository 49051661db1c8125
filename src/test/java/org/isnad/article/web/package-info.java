@NullMarked
package org.isnad.article.web;

import org.jspecify.annotations.NullMarked;
