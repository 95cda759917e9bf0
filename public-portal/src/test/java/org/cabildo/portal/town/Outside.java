package org.cabildo.portal.town;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps out of a context what is only on the class path of its test. */
final class Outside extends TypeExcludeFilter {

    private final String begins;

    Outside(String begins) {
        this.begins = begins;
    }

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory readers) {
        return reader.getClassMetadata().getClassName().startsWith(begins);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outside outside && outside.begins.equals(begins);
    }

    @Override
    public int hashCode() {
        return begins.hashCode();
    }
}
