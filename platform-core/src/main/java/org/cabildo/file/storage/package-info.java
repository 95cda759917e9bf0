/** Where the bytes of files lie: a folder, or a bucket that speaks S3. Nobody outside the room asks it. */
@NullMarked
package org.cabildo.file.storage;

import org.jspecify.annotations.NullMarked;
