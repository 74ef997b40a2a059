/** The same questions over HTTP, with jobs for long work, and the workbench's files (docs/api.md). */
@NullMarked
package org.jiritsu.app.http;

import org.jspecify.annotations.NullMarked;
